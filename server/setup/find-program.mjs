import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

/** Folders of daemons, which an ordinary user's PATH may lack. */
const daemonFolders = ["/usr/sbin", "/usr/local/sbin", "/sbin"];

/**
 * Where a program lies that can be run, as `command -v` tells.
 * @param {string} name
 * @returns {string | null}
 */
export function findProgram(name) {
  const folders = [...(process.env.PATH ?? "").split(delimiter), ...daemonFolders].filter(
    (folder) => folder !== "",
  );
  return folders.map((folder) => join(folder, name)).find(isProgram) ?? null;
}

/** @param {string} path */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
