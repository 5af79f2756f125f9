import { existsSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "./project.mjs";

/** Is there in what a package installs, where there are no sources that a build could be older than. */
export const packagedMark = "build/packaged";

/** Whether this Passdeck was installed by a package. */
export function isPackaged() {
  return existsSync(join(projectRoot, packagedMark));
}
