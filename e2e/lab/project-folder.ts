import { fileURLToPath } from "node:url";

/** The checkout. Its build is what the emulated hosts serve. */
export const projectFolder = fileURLToPath(new URL("../..", import.meta.url)).replace(/\/$/, "");
