import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import BetterSqlite from "better-sqlite3";
import { expect, test } from "vitest";
import { earlierMigrations, migrations } from "./earlier.test-data";
import { openDatabase } from "./open-database";
import { joinLinks, sessions, users } from "./tables/people";

test("users and sessions of an earlier Passdeck are kept, with when they were seen last", () => {
  const folder = mkdtempSync(join(tmpdir(), "passdeck-upgrade-"));
  openDatabase({ folder, migrations: earlierMigrations(folder, "0006_audit") }).close();
  const old = new BetterSqlite(join(folder, "passdeck.db"));
  old.pragma("foreign_keys = ON");
  const addUser = old.prepare("insert into users values (?, ?, 'hash', ?, 1, null)");
  addUser.run("a", "Ada", "admin");
  addUser.run("b", "Bob", "viewer");
  const addSession = old.prepare("insert into sessions values (?, 'a', 10, ?, 1000)");
  addSession.run("first", 20);
  addSession.run("second", 30);
  old.close();

  const database = openDatabase({ folder, migrations });
  const user = { passwordHash: "hash", createdAt: 1, disabledAt: null, unlockedAt: null };
  expect(database.query.select().from(users).all()).toEqual([
    { ...user, id: "a", name: "Ada", level: "admin", lastSeenAt: 30 },
    { ...user, id: "b", name: "Bob", level: "viewer", lastSeenAt: null },
  ]);
  const session = {
    userId: "a",
    createdAt: 10,
    expiresAt: 1000,
    address: null,
    userAgent: null,
    authenticatedAt: 0,
  };
  expect(database.query.select().from(sessions).all()).toEqual([
    { ...session, id: "first", lastUsedAt: 20 },
    { ...session, id: "second", lastUsedAt: 30 },
  ]);
  expect(database.query.select().from(joinLinks).all()).toEqual([]);
  database.close();
  rmSync(folder, { recursive: true });
});

test("what another connection writes is noticed once, what this one writes is not", () => {
  const folder = mkdtempSync(join(tmpdir(), "passdeck-elsewhere-"));
  const [one, other] = [openDatabase({ folder, migrations }), openDatabase({ folder, migrations })];
  expect(one.changedElsewhere()).toBe(false);
  const user = { passwordHash: "hash", createdAt: 1, level: "viewer" as const };
  one.query
    .insert(users)
    .values({ ...user, id: "a", name: "Ada" })
    .run();
  expect(one.changedElsewhere()).toBe(false);
  other.query
    .insert(users)
    .values({ ...user, id: "b", name: "Bob" })
    .run();
  expect([one.changedElsewhere(), one.changedElsewhere()]).toEqual([true, false]);
  for (const database of [one, other]) database.close();
  rmSync(folder, { recursive: true });
});
