import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import BetterSqlite from "better-sqlite3";
import * as z from "zod";

/** Today's migrations. */
export const migrations = new URL("migrations", import.meta.url).pathname;
const journalFile = "meta/_journal.json";
const journalSchema = z.looseObject({ entries: z.array(z.looseObject({ tag: z.string() })) });

function readJournal(folder: string) {
  return journalSchema.parse(JSON.parse(readFileSync(join(folder, journalFile), "utf8")));
}

/** Names of all migrations, the first one first. */
export function migrationTags(): string[] {
  return readJournal(migrations).entries.map(({ tag }) => tag);
}

/**
 * The migrations as they were once.
 * @param folder is written to
 * @param last the name of the last one
 * @returns their folder
 */
export function earlierMigrations(folder: string, last: string): string {
  const earlier = join(folder, "migrations");
  cpSync(migrations, earlier, { recursive: true });
  const { entries, ...rest } = readJournal(migrations);
  const count = entries.findIndex(({ tag }) => tag === last) + 1;
  writeFileSync(join(earlier, journalFile), JSON.stringify({ ...rest, entries: entries.slice(0, count) }));
  return earlier;
}

/** Rows by table; of each the columns that there are. */
export type Rows = Record<string, Record<string, unknown>[]>;

/** Writes a row into each table of a state folder's database, all of whose columns have something in them. @returns them */
export function fillTables(folder: string): Rows {
  const database = new BetterSqlite(join(folder, "passdeck.db"));
  database.pragma("foreign_keys = OFF");
  const rows: Rows = {};
  for (const table of tablesOf(database)) {
    const row = Object.fromEntries(
      columnsOf(database, table).map(({ name, type }) => [name, valueFor(type)]),
    );
    const [names, values] = [Object.keys(row), Object.values(row)];
    database
      .prepare(`insert into "${table}" ("${names.join('", "')}") values (${names.map(() => "?").join()})`)
      .run(values);
    rows[table] = [row];
  }
  database.close();
  return rows;
}

/** What columns are called by now that earlier migrations called otherwise. */
const renamed: Readonly<Record<string, string>> = {
  "user_shares.vm_id": "object_id",
  "group_shares.vm_id": "object_id",
};

/** What a state folder's database has in the tables and columns of `before`. */
export function sameRows(folder: string, before: Rows): Rows {
  const database = new BetterSqlite(join(folder, "passdeck.db"), { readonly: true });
  const read = (table: string, rows: Rows[string]) => {
    const columns = Object.keys(rows[0] ?? {}).map(
      (name) => `"${renamed[`${table}.${name}`] ?? name}" as "${name}"`,
    );
    return database
      .prepare<[], Record<string, unknown>>(`select ${columns.join(", ")} from "${table}"`)
      .all();
  };
  const found = Object.entries(before).map(([table, rows]) => [table, read(table, rows)]);
  database.close();
  return Object.fromEntries(found);
}

/** @returns those that the migrations have made. */
function tablesOf(database: BetterSqlite.Database): string[] {
  return database
    .prepare<[], { name: string }>(
      "select name from sqlite_schema where type = 'table' and name not like 'sqlite%' and name not like '\\_\\_%' escape '\\'",
    )
    .all()
    .map(({ name }) => name);
}

function columnsOf(database: BetterSqlite.Database, table: string) {
  return database
    .prepare<[string], { name: string; type: string }>("select name, type from pragma_table_info(?)")
    .all(table);
}

/** The same everywhere, so that what refers to another row finds it. */
function valueFor(type: string): string | number {
  return /int|real/i.test(type) ? 1 : "x";
}
