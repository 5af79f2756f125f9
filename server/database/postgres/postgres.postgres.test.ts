import BetterSqlite from "better-sqlite3";
import { eq } from "drizzle-orm";
import { expect, inject, onTestFinished, test } from "vitest";
import { temporaryFolder } from "../../host/tree.test-data";
import { openDatabase } from "../open-database";
import { meta } from "../tables/meta";
import { databaseHome, withDatabase } from "../testing/postgres-server";
import { testDatabaseIn, testLocation } from "../testing/test-database";
import { refuseOthersState } from "./others-state";
import { PostgresError } from "./postgres-error";
import { WaitingConnection } from "./waiting-connection";

function connectionTo(folder: string): WaitingConnection {
  const connection = new WaitingConnection(testLocation(folder).postgres ?? "", databaseHome());
  onTestFinished(() => connection.close());
  return connection;
}

function databaseIn(folder: string) {
  const database = testDatabaseIn(folder);
  onTestFinished(() => database.close());
  return database;
}

const row = (name: string) => ({ name, value: "1" });
const namesIn = (database: ReturnType<typeof databaseIn>) =>
  database.query
    .select()
    .from(meta)
    .all()
    .map(({ name }) => name)
    .filter((name) => !name.endsWith("-id"));

test("has the tables, columns and indexes that SQLite has", () => {
  const folder = temporaryFolder();
  openDatabase({ ...testLocation(folder), postgres: null }).close();
  const sqlite = new BetterSqlite(`${folder}/passdeck.db`, { readonly: true });
  onTestFinished(() => void sqlite.close());
  const inSqlite = sqlite
    .prepare<[], { name: string }>(
      `SELECT t.name || '.' || c.name || iif(c."notnull" OR c.pk, ' not null', '') AS name
       FROM sqlite_schema t, pragma_table_info(t.name) c
       WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%' AND t.name <> '__drizzle_migrations'
       UNION SELECT 'index ' || name FROM sqlite_schema WHERE type = 'index' AND name NOT LIKE 'sqlite_%'`,
    )
    .all()
    .map(({ name }) => name);
  const { rows } = connectionTo(folder).ask(
    `SELECT table_name || '.' || column_name || CASE is_nullable WHEN 'NO' THEN ' not null' ELSE '' END
     FROM information_schema.columns
     WHERE table_schema = 'public' AND column_name <> 'rowid' AND table_name <> 'passdeck_migrations'
     UNION SELECT 'index ' || indexname FROM pg_indexes
     WHERE schemaname = 'public' AND indexname NOT LIKE '%_pkey'`,
  );
  expect(rows.map(([name]) => String(name)).sort()).toEqual(inSqlite.sort());
  expect(inSqlite.length).toBeGreaterThan(200);
});

test("a transaction is kept whole or not at all, and so is one within it", () => {
  const database = databaseIn(temporaryFolder());
  const add = (name: string) => database.query.insert(meta).values(row(name)).run();
  const refused = (work: () => void) =>
    expect(() =>
      database.transaction(() => {
        work();
        throw new Error("refused");
      }),
    ).toThrow("refused");
  refused(() => add("a"));
  database.transaction(() => {
    add("b");
    refused(() => add("c"));
    add("d");
  });
  expect(namesIn(database).sort()).toEqual(["b", "d"]);
});

test("a statement that fails says why, and the connection goes on", () => {
  const database = databaseIn(temporaryFolder());
  const add = () => database.query.insert(meta).values(row("twice")).run();
  add();
  expect(add).toThrow(/duplicate key/);
  expect(namesIn(database)).toEqual(["twice"]);
});

test("a change is told to others, whoever made it, and not to who made it", () => {
  const folder = temporaryFolder();
  const [one, other] = [databaseIn(folder), databaseIn(folder)];
  for (const database of [one, other]) database.changedElsewhere();
  other.query.insert(meta).values(row("a")).run();
  expect([one.changedElsewhere(), one.changedElsewhere(), other.changedElsewhere()]).toEqual([
    true,
    false,
    false,
  ]);
  connectionTo(folder).ask("DELETE FROM meta");
  expect([one.changedElsewhere(), other.changedElsewhere()]).toEqual([true, true]);
});

test("texts are kept as they are, but for a zero character, which PostgreSQL has none of", () => {
  const database = databaseIn(temporaryFolder());
  const name = "“?” $1 'a' \\ \u{1F600}\n%_";
  database.query.insert(meta).values({ name, value: "a\0b" }).run();
  expect(database.query.select().from(meta).where(eq(meta.name, name)).all()).toEqual([
    { name, value: "a\uFFFDb" },
  ]);
});

test("a database of another program's, or of a newer Passdeck's, is left as it is", () => {
  const server = inject("postgresServer") ?? "";
  const maker = new WaitingConnection(withDatabase(server, "postgres"), databaseHome());
  onTestFinished(() => maker.close());
  maker.ask("CREATE DATABASE others");
  const url = withDatabase(server, "others");
  const others = new WaitingConnection(url, databaseHome());
  onTestFinished(() => others.close());
  others.ask("CREATE TABLE theirs (a text)");
  const folder = temporaryFolder();
  const open = (postgres: string | null) => () => openDatabase({ ...testLocation(folder), postgres });
  expect(open(url)).toThrow(expect.objectContaining({ code: "conflict" }));
  expect(others.ask("SELECT tablename FROM pg_tables WHERE schemaname = 'public'").rows).toEqual([
    ["theirs"],
  ]);
  connectionTo(folder).ask("INSERT INTO passdeck_migrations VALUES ('of tomorrow')");
  expect(open(testLocation(folder).postgres ?? null)).toThrow(/newer Passdeck/);
});

test("a database is opened with the state folder and on the machine that it was begun with", () => {
  const folder = temporaryFolder();
  testDatabaseIn(folder).close();
  testDatabaseIn(folder).close();
  const elsewhere = { ...testLocation(folder), folder: temporaryFolder() };
  expect(() => openDatabase(elsewhere)).toThrow(/belongs to another state folder than .*PASSDECK_DATA/);
  expect(() => refuseOthersState(connectionTo(folder), folder, "another-machine")).toThrow(/another machine/);
});

test("a server that is not there is named, without what signs in to it", () => {
  const open = () =>
    openDatabase({
      ...testLocation(temporaryFolder()),
      postgres: "postgresql://ada:se%63ret@127.0.0.1:1/deck",
    });
  expect(open).toThrow(
    /The database deck on the PostgreSQL server 127\.0\.0\.1:1 can't be used: .*ECONNREFUSED/,
  );
  expect(open).not.toThrow(/secret|se%63ret/);
});

test("a connection that the server ends refuses what is asked from then on", () => {
  const folder = temporaryFolder();
  const [one, other] = [connectionTo(folder), connectionTo(folder)];
  const [[pid] = []] = one.ask("SELECT pg_backend_pid()").rows;
  other.ask("SELECT pg_terminate_backend($1)", [pid]);
  expect(() => one.ask("SELECT 1")).toThrow(PostgresError);
  expect(other.ask("SELECT 1").rows).toEqual([[1]]);
});
