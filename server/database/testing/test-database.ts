import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { inject } from "vitest";
import { productFile } from "../../host/product-file";
import { type Database, type DatabaseLocation, openDatabase } from "../open-database";
import { PostgresError } from "../postgres/postgres-error";
import { WaitingConnection } from "../postgres/waiting-connection";
import { databaseHome, templateDatabase, withDatabase } from "./postgres-server";

declare module "vitest" {
  interface ProvidedContext {
    /** A server for tests alone, "postgresql://…/"; missing where they are to run on SQLite. */
    postgresServer?: string;
  }
}

/**
 * Where a test has the database of a state folder: in a file of it, or where the tests are run on PostgreSQL in one of the
 * server's databases. A folder has the same one each time.
 */
export function testLocation(folder: string): DatabaseLocation {
  const server = inject("postgresServer");
  const postgres = server === undefined ? null : databaseOf(server, folder);
  return { folder, migrations: productFile("server/database/migrations"), postgres };
}

/** Opens {@link testLocation}. */
export function testDatabaseIn(folder: string): Database {
  return openDatabase(testLocation(folder));
}

/** Whether the tests are run on PostgreSQL. */
export function runsOnPostgres(): boolean {
  return inject("postgresServer") !== undefined;
}

/** All that the database of a state folder holds, as text. */
export function storedText(database: Database, folder: string): string {
  if (!runsOnPostgres()) {
    return ["passdeck.db", "passdeck.db-wal"]
      .map((name) => readFileSync(join(folder, name), "latin1"))
      .join("");
  }
  const tables = database.query.all<{ name: string }>(
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'",
  );
  return JSON.stringify(tables.map(({ name }) => database.query.all(`SELECT * FROM "${name}"`)));
}

/** From here on no row of a table is changed, as on a full disk. */
export function refuseUpdates(database: Database, table: string): void {
  if (!runsOnPostgres()) {
    database.query.run(
      `CREATE TRIGGER disk_full BEFORE UPDATE ON ${table} BEGIN SELECT raise(ABORT, 'disk full'); END`,
    );
    return;
  }
  database.query.run(`CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'disk full'; END $$`);
  database.query.run(`CREATE TRIGGER disk_full BEFORE UPDATE ON ${table} EXECUTE FUNCTION refuse()`);
}

function databaseOf(server: string, folder: string): string {
  const name = `test_${createHash("sha256").update(folder).digest("hex").slice(0, 20)}`;
  const connection = new WaitingConnection(withDatabase(server, "postgres"), databaseHome());
  try {
    createUnlessThere(connection, `${name} TEMPLATE ${templateDatabase}`);
  } finally {
    connection.close();
  }
  return withDatabase(server, name);
}

function createUnlessThere(connection: WaitingConnection, database: string): void {
  try {
    connection.ask(`CREATE DATABASE ${database}`);
  } catch (error) {
    const isThere = error instanceof PostgresError && error.code === "42P04";
    if (!isThere) throw error;
  }
}
