import { rmSync } from "node:fs";
import { dirname, join } from "node:path";
import BetterSqlite from "better-sqlite3";
import { type BetterSQLite3Database, drizzle } from "drizzle-orm/better-sqlite3";
import { migrate } from "drizzle-orm/better-sqlite3/migrator";
import { refuseUnusable } from "./check-file";
import { toDatabaseError } from "./database-error";
import { openPostgres } from "./postgres/open-postgres";
import { prepareFile } from "./prepare-file";

export interface Database {
  /** Typed queries. */
  readonly query: BetterSQLite3Database;
  /** Runs `work` as one transaction that keeps other writers out from its beginning. */
  transaction<T>(work: () => T): T;
  /** Whether another process has written since this was asked last. */
  changedElsewhere(): boolean;
  close(): void;
}

export interface DatabaseLocation {
  /** The state folder; made when missing, for this user alone. */
  folder: string;
  /** Folder of the migrations that drizzle-kit wrote: `server/database/migrations` of this installation. */
  migrations: string;
  /** A database on a PostgreSQL server, "postgresql://user@host/database"; null, or missing, for a file in the folder. */
  postgres?: string | null;
}

/**
 * Opens `passdeck.db` in the state folder, made when missing, or the database on a PostgreSQL server, and brings it up to
 * date. Throws an AppError where it can't be used, is damaged, not ours, or from a newer Passdeck; it stays as it is then.
 */
export function openDatabase({ folder, migrations, postgres = null }: DatabaseLocation): Database {
  if (postgres !== null) return openPostgres(postgres, dirname(migrations), folder);
  const path = join(folder, "passdeck.db");
  let created = false;
  try {
    created = prepareFile(folder, path) === "created";
    if (!created) refuseUnusable(path, migrations);
    return openChecked(path, migrations);
  } catch (error) {
    // An empty file would look damaged at the next start.
    if (created) rmSync(path, { force: true });
    throw toDatabaseError(error, path);
  }
}

function openChecked(path: string, migrations: string): Database {
  const connection = new BetterSqlite(path, { timeout: 5_000 });
  try {
    connection.pragma("journal_mode = WAL");
    // With WAL, a loss of power may cost the last commits but never the file.
    connection.pragma("synchronous = NORMAL");
    connection.pragma("foreign_keys = ON");
    const query = drizzle(connection);
    migrate(query, { migrationsFolder: migrations });
    // SQLite counts what other connections write.
    const version = () => connection.pragma("data_version", { simple: true });
    let last = version();
    const changedElsewhere = () => {
      const before = last;
      last = version();
      return last !== before;
    };
    return {
      query,
      transaction: (work) => connection.transaction(work).immediate(),
      changedElsewhere,
      close: () => void connection.close(),
    };
  } catch (error) {
    connection.close();
    throw error;
  }
}
