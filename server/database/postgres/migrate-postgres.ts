import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { refuseUnknown } from "../check-file";
import type { WaitingConnection } from "./waiting-connection";

/**
 * Brings the tables up to date by the files of a folder, in the order of their names; those that were applied are kept in
 * account. Has to run in a transaction.
 * @throws AppError "conflict" where the database is another program's, or a newer Passdeck's.
 */
export function migratePostgres(connection: WaitingConnection, folder: string): void {
  const known = readMigrations(folder);
  const applied = appliedMigrations(connection);
  if (applied !== null || tablesOf(connection).length > 0) {
    const hashes = known.map(({ hash }) => hash);
    refuseUnknown("The PostgreSQL database", applied, hashes);
  }
  connection.ask("CREATE TABLE IF NOT EXISTS passdeck_migrations (hash text PRIMARY KEY)");
  for (const { hash, statements } of known) {
    if (applied?.includes(hash)) continue;
    for (const statement of statements) connection.ask(statement);
    connection.ask("INSERT INTO passdeck_migrations (hash) VALUES ($1)", [hash]);
  }
  tellOfChanges(connection);
}

function readMigrations(folder: string) {
  const files = readdirSync(folder).sort();
  return files.map((file) => {
    const text = readFileSync(join(folder, file), "utf8");
    const hash = createHash("sha256").update(text).digest("hex");
    return { hash, statements: text.split("--> statement-breakpoint") };
  });
}

/** Hashes of the migrations that the database has seen; null where it keeps no account of them. */
function appliedMigrations(connection: WaitingConnection): string[] | null {
  if (!tablesOf(connection).includes("passdeck_migrations")) return null;
  return connection.ask("SELECT hash FROM passdeck_migrations").rows.map(([hash]) => String(hash));
}

function tablesOf(connection: WaitingConnection): string[] {
  const { rows } = connection.ask("SELECT tablename FROM pg_tables WHERE schemaname = current_schema()");
  return rows.map(([name]) => String(name));
}

/** Whoever writes, also by psql, tells all who listen (https://www.postgresql.org/docs/current/sql-notify.html). */
function tellOfChanges(connection: WaitingConnection): void {
  connection.ask(`CREATE OR REPLACE FUNCTION passdeck_tell() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN PERFORM pg_notify('passdeck_changed', ''); RETURN NULL; END $$`);
  for (const table of tablesOf(connection)) {
    connection.ask(`CREATE OR REPLACE TRIGGER passdeck_tell AFTER INSERT OR UPDATE OR DELETE ON "${table}"
      FOR EACH STATEMENT EXECUTE FUNCTION passdeck_tell()`);
  }
}
