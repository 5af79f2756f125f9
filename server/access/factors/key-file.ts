import { randomUUID } from "node:crypto";
import { existsSync, linkSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { newSealingKey, sealingKeyBytes } from "./sealed-text";

/**
 * The key for {@link seal} that stands in a file of its own; made where there is none yet, readable for Passdeck alone
 * (mode 0600). Of several processes that make it at once all get the same.
 * @returns null where the file is damaged, which stays as it is.
 */
export function readOrMakeKey(path: string): Buffer | null {
  if (!existsSync(path)) makeKey(path);
  const key = readFileSync(path);
  return key.length === sealingKeyBytes ? key : null;
}

function makeKey(path: string): void {
  const temporary = `${path}.${randomUUID()}.new`;
  try {
    // It gets its name once it is on the disk: a crash leaves all of it, or none.
    writeFileSync(temporary, newSealingKey(), { mode: 0o600, flag: "wx", flush: true });
    linkSync(temporary, path);
  } catch (error) {
    // Another process was first: its key is the one.
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    rmSync(temporary, { force: true });
  }
}
