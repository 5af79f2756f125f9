import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import BetterSqlite from "better-sqlite3";
import pino from "pino";
import { expect, test } from "vitest";
import { earlierMigrations, migrations } from "../../database/earlier.test-data";
import { openDatabase } from "../../database/open-database";
import { Fleet } from "../../fleet/fleet";
import { CredentialKey } from "./credential-key";
import { HostBook } from "./host-book";

test("hosts that were added before there was TLS are reached by ssh as they were", async () => {
  const folder = mkdtempSync(join(tmpdir(), "passdeck-hosts-"));
  openDatabase({ folder, migrations: earlierMigrations(folder, "0026_moved-at-end") }).close();
  const route = { target: { host: "atlas", port: 2222, user: "kvm" }, jumps: [] };
  const credential = { kind: "password", password: "correct horse" } as const;
  const key = new CredentialKey(folder);
  const old = new BetterSqlite(join(folder, "passdeck.db"));
  old
    .prepare("insert into managed_hosts values ('atlas', ?, 'qemu:///system', ?, ?, 'password', 7, 'ada')")
    .run(
      JSON.stringify(route),
      JSON.stringify([{ type: "ssh-ed25519", key: "AAAA" }]),
      key.seal(credential, "atlas"),
    );
  old.close();

  const database = openDatabase({ folder, migrations });
  const log = pino({ level: "silent" });
  const book = new HostBook({ demo: false, given: [], database, fleet: new Fleet([], log), key, log });
  expect(book.list()).toMatchObject([
    {
      hostId: "atlas",
      route: { transport: "ssh", ...route },
      keys: [{ hop: "kvm@atlas:2222", key: "AAAA" }],
    },
  ]);
  const kept = { kind: "kept" } as const;
  expect(
    book.credentialFor({ hostId: "atlas", route: { transport: "ssh", ...route }, credential: kept }),
  ).toEqual(credential);
  database.close();
  rmSync(folder, { recursive: true });
});
