import { pino } from "pino";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Database } from "../../database/open-database";
import { audit } from "../../database/tables/audit";
import { runsOnPostgres } from "../../database/testing/test-database";
import { openTestDatabase } from "../../job/test-world.test-data";
import type { AuditEntry } from "../audit";
import { AuditTrail } from "./audit-trail";

let database: Database;
let trail: AuditTrail;

beforeEach(() => {
  database = openTestDatabase();
  trail = newTrail();
});
afterEach(() => database.close());

const newTrail = () => new AuditTrail(database, pino({ level: "silent" }));

const vm = { kind: "vm", hostId: "local", vmId: "0d6a5e1c-0000-4000-8000-000000000000" } as const;

function entry(part: Partial<AuditEntry> = {}): AuditEntry {
  return {
    who: "ada",
    address: "192.0.2.1",
    at: 1_000,
    tookMs: 5,
    act: "vm.rename",
    title: "Rename a VM",
    subject: "web-1",
    changes: true,
    objects: [vm],
    outcome: "done",
    problem: null,
    ...part,
  };
}

const rows = () => database.query.select().from(audit).all();
/** What SQLite says against a statement. */
function refusalOf(statement: string): string {
  try {
    raw(statement);
    return "";
  } catch (error) {
    return error instanceof Error ? String(error.cause) : "";
  }
}
const raw = (statement: string) => database.query.run(statement);

describe("the audit", () => {
  test("keeps what changes something and what was refused", () => {
    trail.record(entry());
    trail.record(entry({ changes: false }));
    trail.record(entry({ changes: false, outcome: "refused", subject: "", objects: [] }));
    expect(rows()).toMatchObject([
      { who: "ada", subject: "web-1", objects: [vm], outcome: "done" },
      { outcome: "refused", subject: "" },
    ]);
  });

  test("is whole as it was written, also by another process", async () => {
    expect(await trail.check()).toEqual({ kind: "whole", entries: 0, since: null });
    for (const at of [1_000, 2_000, 3_000]) (at === 2_000 ? newTrail() : trail).record(entry({ at }));
    expect(await trail.check()).toEqual({ kind: "whole", entries: 3, since: 1_000 });
  });

  test("can't be changed or shortened by a statement", () => {
    trail.record(entry());
    expect(refusalOf("UPDATE audit SET who = 'eve'")).toContain("never changed");
    expect(refusalOf("DELETE FROM audit")).toContain("only the oldest");
    expect(rows()).toMatchObject([{ who: "ada" }]);
  });

  test.each([
    ["changed", "UPDATE audit SET who = 'eve' WHERE id = 2", 2],
    ["taken out", "DELETE FROM audit WHERE id = 2", 3],
    [
      "slipped in",
      "INSERT INTO audit SELECT 9, at, took_ms, who, address, act, title, subject, objects, outcome, problem, hash FROM audit WHERE id = 3",
      9,
    ],
    [
      "swapped with another",
      "UPDATE audit SET id = CASE id WHEN 2 THEN -3 WHEN 3 THEN -2 ELSE id END; UPDATE audit SET id = -id WHERE id < 0",
      2,
    ],
  ])("says where it is broken when a row was %s", async (_what, statements, id) => {
    for (const at of [1_000, 2_000, 3_000]) trail.record(entry({ at }));
    for (const trigger of ["audit_is_not_changed", "audit_is_kept"])
      raw(`DROP TRIGGER ${trigger}${runsOnPostgres() ? " ON audit" : ""}`);
    for (const statement of statements.split("; ")) raw(statement);
    expect(await trail.check()).toMatchObject({ kind: "broken", id });
  });

  test("forgets the oldest alone, and is whole from there on", async () => {
    for (const at of [1_000, 2_000, 3_000]) trail.record(entry({ at }));
    expect(trail.forgetBefore(2_500)).toBe(2);
    expect(trail.forgetBefore(2_500)).toBe(0);
    trail.record(entry({ at: 4_000 }));
    expect(rows().map(({ at }) => at)).toEqual([3_000, 4_000]);
    expect(await trail.check()).toEqual({ kind: "whole", entries: 2, since: 3_000 });
    expect(trail.forgetBefore(9_000)).toBe(2);
    trail.record(entry({ at: 5_000 }));
    expect(await trail.check()).toEqual({ kind: "whole", entries: 1, since: 5_000 });
  });

  test("an entry that can't be kept holds up nobody, and is said until one can", () => {
    raw("ALTER TABLE audit RENAME TO away");
    expect(() => trail.record(entry())).not.toThrow();
    expect(trail.problem).toContain("Rename a VM");
    raw("ALTER TABLE away RENAME TO audit");
    trail.record(entry());
    expect(trail.problem).toBeNull();
  });

  test("is whole as well to who looks while the oldest are taken away", async () => {
    for (let at = 1; at <= 600; at += 1) trail.record(entry({ at }));
    const looking = trail.check();
    trail.forgetBefore(550);
    expect(await looking).toEqual({ kind: "whole", entries: 50, since: 551 });
  });
});
