import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pino from "pino";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Database } from "../../database/open-database";
import { testDatabaseIn } from "../../database/testing/test-database";
import { Fleet } from "../../fleet/fleet";
import type { GivenHost } from "../../host/route/given-host";
import { CredentialKey } from "./credential-key";
import { HostBook } from "./host-book";
import type { AddHost } from "./host-request.schema";

const log = pino({ level: "silent" });
/** Where nobody answers. */
const wish: AddHost = {
  name: "atlas",
  route: { transport: "ssh", target: { host: "127.0.0.1", port: 1, user: "root" }, jumps: [] },
  uri: "qemu:///system",
  pins: [{ type: "ssh-ed25519", key: "AAAA" }],
  credential: { kind: "password", password: "correct horse battery" },
};

let folder: string;
let database: Database;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "passdeck-book-"));
  database = testDatabaseIn(folder);
});

afterEach(() => {
  database.close();
  rmSync(folder, { recursive: true });
});

function newBook(demo = false, given: GivenHost[] = []) {
  const fleet = new Fleet([], log);
  return { fleet, book: new HostBook({ demo, given, database, fleet, key: new CredentialKey(folder), log }) };
}

test("hosts are there after a start, and secrets only for who signs in", () => {
  newBook().book.add(wish, "ada");
  const { book, fleet } = newBook();
  book.open();
  expect(fleet.hostSummaries()).toMatchObject([{ id: "atlas", connection: "connecting" }]);
  expect(book.list()).toMatchObject([{ hostId: "atlas", signsInBy: "password", addedBy: "ada" }]);
  expect(JSON.stringify(book.list())).not.toContain("horse");
  const kept = { kind: "kept" } as const;
  expect(book.credentialFor({ hostId: "atlas", route: wish.route, credential: kept })).toEqual(
    wish.credential,
  );
});

test("a host whose credential can't be read is there, and says why", () => {
  newBook().book.add(wish, "ada");
  writeFileSync(join(folder, "hosts.key"), Buffer.alloc(32));
  const { book, fleet } = newBook();
  book.open();
  expect(() => fleet.host("atlas").machine.files.why).not.toThrow();
  expect(fleet.host("atlas").machine.files.why).toContain("hosts.key");
});

test("a host of the settings is managed, before one that was added by its name, and changed by them alone", async () => {
  newBook().book.add(wish, "ada");
  const expectedKey = `SHA256:${"A".repeat(43)}`;
  const given: GivenHost = { ...wish, uri: "test:///default", expectedKey, credential: { kind: "own" } };
  const { book, fleet } = newBook(false, [given]);
  book.open();
  expect(fleet.hostSummaries()).toMatchObject([{ id: "atlas", uri: "test:///default" }]);
  expect(book.list()).toMatchObject([{ hostId: "atlas", bySettings: true, expectedKey, addedBy: null }]);
  expect(book.has("atlas")).toBe(true);
  await expect(book.remove("atlas")).rejects.toThrow("set by PASSDECK_HOSTS");
  await expect(book.change({ ...wish, hostId: "atlas", credential: { kind: "own" } })).rejects.toThrow(
    "set by PASSDECK_HOSTS",
  );
  expect(() => book.add(wish, "ada")).toThrow("already");
  const after = newBook();
  after.book.open();
  expect(after.book.list()).toMatchObject([{ hostId: "atlas", bySettings: false, addedBy: "ada" }]);
});

test("the demo reaches no other host", () => {
  newBook().book.add(wish, "ada");
  const { book, fleet } = newBook(true);
  book.open();
  expect(fleet.hostSummaries()).toEqual([]);
  expect(() => book.add({ ...wish, name: "other" }, "ada")).toThrow("demo");
  expect(() => book.credentialFor({ hostId: null, ...wish })).toThrow("demo");
});

test("one name is one host's", () => {
  const { book } = newBook();
  book.add(wish, "ada");
  expect(() => book.add(wish, "ada")).toThrow("already");
});

test("a host that is removed is forgotten", async () => {
  const { book, fleet } = newBook();
  book.add(wish, "ada");
  const told: string[][] = [];
  book.watch((hosts) => told.push(hosts.map(({ hostId }) => hostId)));
  await book.remove("atlas");
  expect(told).toEqual([["atlas"], []]);
  expect(fleet.hostSummaries()).toEqual([]);
  await expect(book.remove("atlas")).rejects.toThrow("no host “atlas”");
});
