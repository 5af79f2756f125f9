import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import BetterSqlite from "better-sqlite3";
import { expect, test } from "vitest";
import { earlierMigrations, fillTables, migrations, migrationTags, sameRows } from "./earlier.test-data";
import { openDatabase } from "./open-database";

test.each(migrationTags())(
  "all rows of a database as of %s are kept, and found by what refers to them",
  (tag) => {
    const folder = mkdtempSync(join(tmpdir(), "passdeck-keeps-"));
    openDatabase({ folder, migrations: earlierMigrations(folder, tag) }).close();
    const before = fillTables(folder);
    expect(before.users).toHaveLength(1);
    openDatabase({ folder, migrations }).close();
    expect(sameRows(folder, before)).toEqual(before);
    const database = new BetterSqlite(join(folder, "passdeck.db"), { readonly: true });
    expect(database.pragma("foreign_key_check")).toEqual([]);
    database.close();
    rmSync(folder, { recursive: true });
  },
);
