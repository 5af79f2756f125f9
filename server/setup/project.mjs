import { fileURLToPath } from "node:url";

/** The checkout's root folder, without a slash at its end. */
export const projectRoot = fileURLToPath(new URL("../..", import.meta.url)).replace(/\/$/, "");

/** Set-up ends here on purpose: the message is for people, and no stack is of use to them. */
export class SetupError extends Error {}

/**
 * Runs a script's main function; a failure that was foreseen becomes its message and exit status 1.
 * @param {() => Promise<void>} main
 */
export async function runScript(main) {
  try {
    await main();
  } catch (error) {
    console.error(error instanceof SetupError ? error.message : error);
    process.exit(1);
  }
}
