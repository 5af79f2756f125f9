import { chmodSync, closeSync, mkdirSync, openSync, statSync } from "node:fs";
import { AppError } from "../errors";

/**
 * Makes the state folder (0700) and an empty database file (0600) in it where they are missing, and takes rights of
 * others away where they have any. SQLite gives its -wal and -shm files the rights of the database.
 */
export function prepareFile(folder: string, path: string): "created" | "existing" {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  keepForOwner(folder, 0o700);
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) {
    closeSync(openSync(path, "wx", 0o600));
    return "created";
  }
  if (!stat.isFile()) {
    throw new AppError("internal", {
      userMessage: `${path} is not a file. Move it away and start Passdeck again.`,
    });
  }
  keepForOwner(path, 0o600);
  return "existing";
}

function keepForOwner(path: string, mode: number): void {
  if ((statSync(path).mode & 0o077) !== 0) chmodSync(path, mode);
}
