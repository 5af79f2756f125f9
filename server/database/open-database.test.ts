import { spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import BetterSqlite from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { AppError } from "../errors";
import { openDatabase } from "./open-database";
import { meta } from "./tables/meta";
import { sessions } from "./tables/people";

const migrations = new URL("migrations", import.meta.url).pathname;
let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "passdeck-database-"));
  file = join(folder, "passdeck.db");
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const open = (where = folder) => openDatabase({ folder: where, migrations });

function refusal(where = folder): AppError {
  try {
    open(where).close();
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error("it opened");
}

describe("a database", () => {
  test("is made in a folder and a file for its owner alone", () => {
    const inner = join(folder, "a/b");
    open(inner).close();
    expect(statSync(inner).mode & 0o777).toBe(0o700);
    expect(statSync(join(inner, "passdeck.db")).mode & 0o777).toBe(0o600);
  });

  test("loses the rights that others have on it", () => {
    open().close();
    chmodSync(folder, 0o755);
    chmodSync(file, 0o644);
    open().close();
    expect([statSync(folder).mode & 0o777, statSync(file).mode & 0o777]).toEqual([0o700, 0o600]);
  });

  test("keeps what is written, from one opening to the next", () => {
    const first = open();
    first.query.insert(meta).values({ name: "a", value: "b" }).run();
    first.close();
    const second = open();
    expect(second.query.select().from(meta).all()).toEqual([{ name: "a", value: "b" }]);
    second.close();
  });

  test("writes ahead, keeps its references whole, and takes a failed transaction back", () => {
    const database = open();
    expect(existsSync(`${file}-wal`)).toBe(true);
    const orphan = { id: "s", userId: "nobody", createdAt: 1, lastUsedAt: 1, expiresAt: 1 };
    expect(() => database.query.insert(sessions).values(orphan).run()).toThrow(/FOREIGN KEY/);
    const half = () => {
      database.query.insert(meta).values({ name: "half", value: "" }).run();
      throw new Error("no");
    };
    expect(() => database.transaction(half)).toThrow("no");
    expect(database.query.select().from(meta).all()).toEqual([]);
    database.close();
  });
});

describe("what can't be used is refused and left as it is", () => {
  test.each([
    ["no database", Buffer.from("this is a text, and no database at all".repeat(40))],
    ["empty", Buffer.alloc(0)],
    ["zeros", Buffer.alloc(8192)],
  ])("a file that is %s", (_, content) => {
    writeFileSync(file, content);
    expect(refusal().userMessage).toMatch(/passdeck\.db is (damaged|no database of Passdeck's)/);
    expect(readFileSync(file)).toEqual(content);
  });

  test("a database of which a part was overwritten", () => {
    open().close();
    const content = readFileSync(file);
    content.fill(0xff, 4096, 6000);
    writeFileSync(file, content);
    expect(refusal().userMessage).toContain(`${file} is damaged. It was left as it is`);
    expect(readFileSync(file)).toEqual(content);
  });

  test("a database that was cut short", () => {
    open().close();
    const content = readFileSync(file).subarray(0, 8192);
    writeFileSync(file, content);
    expect(refusal().userMessage).toContain("is damaged");
    expect(readFileSync(file)).toEqual(content);
  });

  test("one from a newer Passdeck", () => {
    open().close();
    const newer = new BetterSqlite(file);
    newer.exec("insert into __drizzle_migrations (hash, created_at) values ('of the future', 9999999999999)");
    newer.close();
    const content = readFileSync(file);
    expect(refusal().userMessage).toContain("was written by a newer Passdeck");
    expect(readFileSync(file)).toEqual(content);
  });

  test("another program's", () => {
    const other = new BetterSqlite(file);
    other.exec("create table things (name text)");
    other.close();
    const content = readFileSync(file);
    expect(refusal().userMessage).toContain("is no database of Passdeck's");
    expect(readFileSync(file)).toEqual(content);
  });
});

describe("a place that can't be used is named", () => {
  test("a folder in the database's place", () => {
    mkdirSync(file);
    expect(refusal().userMessage).toContain(`${file} is not a file`);
  });

  test("a file in the folder's place", () => {
    const place = join(folder, "taken");
    writeFileSync(place, "");
    expect(refusal(place).userMessage).toContain("is not a folder. Set PASSDECK_DATA");
    expect(refusal(join(place, "below")).userMessage).toContain("is not a folder. Set PASSDECK_DATA");
  });

  // Root may write everywhere, so another user has to try.
  test.skipIf(process.getuid?.() !== 0)("a folder that may not be written to", () => {
    chmodSync(folder, 0o755);
    const place = join(folder, "state");
    const script = `
      import { openDatabase } from ${JSON.stringify(new URL("open-database.ts", import.meta.url).pathname)};
      process.setgroups([]); process.setgid(65534); process.setuid(65534);
      try { openDatabase({ folder: ${JSON.stringify(place)}, migrations: ${JSON.stringify(migrations)} }) }
      catch (error) { console.log(error.userMessage) }`;
    const { stdout } = spawnSync(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script], {
      encoding: "utf8",
    });
    expect(stdout).toContain("can't be written to. Give this user the right to, or set PASSDECK_DATA.");
    expect(readdirSync(folder)).toEqual([]);
  });

  test("no half-made file is left where the migrations are missing", () => {
    expect(() => openDatabase({ folder, migrations: join(folder, "none") })).toThrow("meta/_journal.json");
    expect(readdirSync(folder)).toEqual([]);
  });
});
