import { statSync } from "node:fs";
import BetterSqlite from "better-sqlite3";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { AppError } from "../errors";

/**
 * Reads an existing database without writing to it. Throws an AppError when it is damaged, belongs to another
 * program, or was written by a Passdeck that knows migrations which this one does not.
 */
export function refuseUnusable(path: string, migrations: string): void {
  if (statSync(path).size === 0) throw damaged(path, "it is empty");
  const connection = new BetterSqlite(path, { readonly: true, fileMustExist: true, timeout: 5_000 });
  try {
    const finding = connection.pragma("quick_check(1)", { simple: true });
    if (finding !== "ok") throw damaged(path, String(finding));
    refuseUnknown(path, appliedMigrations(connection), knownMigrations(migrations));
  } finally {
    connection.close();
  }
}

/**
 * @param place The file, or what is said for it.
 * @param applied Hashes of the migrations that it has seen; null where it keeps no account of them.
 * @throws AppError "conflict" where it is another program's, or a newer Passdeck's.
 */
export function refuseUnknown(place: string, applied: string[] | null, known: string[]): void {
  if (applied === null || applied.length === 0) {
    throw new AppError("conflict", {
      userMessage: `${place} is no database of Passdeck's. It was left as it is: move it away and start Passdeck again.`,
    });
  }
  if (applied.every((hash) => known.includes(hash))) return;
  throw new AppError("conflict", {
    userMessage: `${place} was written by a newer Passdeck. It was left as it is: update Passdeck, or restore the copy of the state folder from before the update.`,
  });
}

/** Hashes of the migrations that the file has seen; null where it keeps no account of them. */
function appliedMigrations(connection: BetterSqlite.Database): string[] | null {
  const table = connection
    .prepare("select 1 from sqlite_schema where type = 'table' and name = '__drizzle_migrations'")
    .get();
  if (table === undefined) return null;
  return connection.prepare<[], string>("select hash from __drizzle_migrations").pluck().all();
}

function knownMigrations(folder: string): string[] {
  return readMigrationFiles({ migrationsFolder: folder }).map(({ hash }) => hash);
}

/** What to say of a file that SQLite can't make sense of. */
export function damaged(path: string, detail: string, cause?: unknown): AppError {
  return new AppError("internal", {
    userMessage: `${path} is damaged. It was left as it is: restore it from a backup, or move it away to begin anew with a new administrator.`,
    message: `${path} is damaged: ${detail}`,
    cause,
  });
}
