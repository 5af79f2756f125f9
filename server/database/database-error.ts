import { dirname } from "node:path";
import { AppError } from "../errors";
import { damaged } from "./check-file";

/** Turns what the file system or SQLite threw while the database was opened into an AppError. */
export function toDatabaseError(error: unknown, path: string): unknown {
  if (error instanceof AppError || !(error instanceof Error)) return error;
  const code = "code" in error ? String(error.code) : "";
  if (code.startsWith("SQLITE_NOTADB") || code.startsWith("SQLITE_CORRUPT")) {
    return damaged(path, error.message, error);
  }
  if (code.startsWith("SQLITE_BUSY")) {
    return unusable(path, "is in use by another program. Is Passdeck running already?", error);
  }
  if (
    ["EACCES", "EPERM", "EROFS", "SQLITE_CANTOPEN", "SQLITE_READONLY"].some((prefix) =>
      code.startsWith(prefix),
    )
  ) {
    return unusable(
      dirname(path),
      "can't be written to. Give this user the right to, or set PASSDECK_DATA.",
      error,
    );
  }
  if (code === "ENOTDIR" || code === "EEXIST") {
    return unusable(dirname(path), "is not a folder. Set PASSDECK_DATA to one.", error);
  }
  if (code === "ENOSPC" || code === "SQLITE_FULL") {
    return unusable(dirname(path), "is on a full disk. Make room and start Passdeck again.", error);
  }
  return error;
}

function unusable(path: string, why: string, cause: Error): AppError {
  return new AppError("internal", {
    userMessage: `${path} ${why}`,
    message: `${path}: ${cause.message}`,
    cause,
  });
}
