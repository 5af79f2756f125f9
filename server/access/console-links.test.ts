import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Database } from "../database/open-database";
import { consoleLinks } from "../database/tables/console-links";
import { testDatabaseIn } from "../database/testing/test-database";
import { AccessChanges } from "./access-changes";
import { consoleLinkLimits } from "./console-link.schema";
import { ConsoleLinks } from "./console-links";
import { onVm } from "./objects-of";
import { PersonSight } from "./person-sight";
import { hashOf } from "./secrets";
import { Shares } from "./shares";
import { Users } from "./users";

const vm = { hostId: "a", vmId: "0D6A5E1C-0000-4000-8000-000000000001" };
const wanted = { ...vm, kind: "serial", readOnly: true, label: "Lena", minutes: 60 } as const;
const hour = 3_600_000;

let folder: string;
let database: Database;
let changes: AccessChanges;
let users: Users;
let shares: Shares;
let links: ConsoleLinks;
let now: number;
/** An operator, and a member who owns the VM by a share. */
let ada: string;
let bob: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "passdeck-links-"));
  database = testDatabaseIn(folder);
  changes = new AccessChanges();
  now = 1_800_000_000_000;
  const room = { database, changes, log: pino({ level: "silent" }), now: () => now };
  users = new Users(database);
  const add = (name: string, level: "operator" | "member") =>
    users.add({ name, level, passwordHash: "hash", createdAt: 1 }).id;
  [ada, bob] = [add("ada", "operator"), add("bob", "member")];
  shares = new Shares(room);
  shares.set(onVm(vm), { kind: "user", id: bob }, "owner");
  links = new ConsoleLinks({ ...room, sight: new PersonSight(room) });
});

afterEach(() => {
  database.close();
  rmSync(folder, { recursive: true });
});

/** Why a link does not work; null where it does. */
function stateOf(token: string): string | null {
  const link = links.ofToken(token);
  return link === null ? "none" : links.whyEnded(link);
}

describe("a link to a console", () => {
  test("stands in the database by its hash alone, and is found by what it is, in whichever case the UUID is", () => {
    const { id, token, expiresAt } = links.make(wanted, ada);
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(expiresAt).toBe(now + hour);
    const [row] = database.query.select().from(consoleLinks).all();
    expect(row?.tokenHash).toBe(hashOf(token));
    expect(JSON.stringify(row)).not.toContain(token);
    expect(links.ofToken(token)).toMatchObject({
      id,
      vmId: vm.vmId.toLowerCase(),
      madeBy: "ada",
      label: "Lena",
    });
    expect(links.ofVm(vm)).toHaveLength(1);
    // A token may well end in the letter that another one would be made of.
    const other = token.replace(/^./, (first) => (first === "A" ? "B" : "A"));
    expect([links.ofToken(other), links.ofToken("")]).toEqual([null, null]);
    expect(links.ofVm({ ...vm, hostId: "b" })).toEqual([]);
  });

  test("ends when its time is up", () => {
    const { id, token } = links.make(wanted, ada);
    now += hour - 1;
    expect([stateOf(token), links.working(id)?.id]).toEqual([null, id]);
    now += 1;
    expect([stateOf(token), links.working(id), links.ofVm(vm)]).toEqual([
      "The time of this link is up.",
      null,
      [],
    ]);
  });

  test("ends when it is revoked, once, as one of its VM alone", () => {
    const { id, token } = links.make(wanted, ada);
    const elsewhere = { ...vm, vmId: vm.vmId.replace("1", "2") };
    expect(() => links.revoke(elsewhere, id)).toThrow(expect.objectContaining({ code: "not-found" }));
    expect(stateOf(token)).toBeNull();
    links.revoke(vm, id);
    expect([stateOf(token), links.working(id)]).toEqual(["This link was revoked.", null]);
    expect(() => links.revoke(vm, id)).toThrow(expect.objectContaining({ code: "not-found" }));
  });

  test.each([
    [
      "is disabled",
      () => users.change(ada, { disabledAt: 1 }),
      () => users.change(ada, { disabledAt: null }),
    ],
    [
      "loses the role",
      () => users.change(ada, { level: "viewer" }),
      () => users.change(ada, { level: "admin" }),
    ],
  ])("ends for good when its maker %s", (_what, lose, regain) => {
    const { token } = links.make(wanted, ada);
    const other = links.make(wanted, bob);
    lose();
    changes.tell(ada);
    const why = "Whoever made this link may not share this console any more.";
    expect([stateOf(token), stateOf(other.token)]).toEqual([why, null]);
    regain();
    changes.tell(ada);
    expect(stateOf(token)).toBe(why);
  });

  test("ends when its maker loses the share, or owns the VM no more", () => {
    for (const take of [
      () => shares.set(onVm(vm), { kind: "user", id: bob }, "operator"),
      () => shares.remove(onVm(vm), { kind: "user", id: bob }),
    ]) {
      shares.set(onVm(vm), { kind: "user", id: bob }, "owner");
      const { token } = links.make(wanted, bob);
      take();
      expect(stateOf(token)).toBe("Whoever made this link may not share this console any more.");
    }
  });

  test("ends for whoever lost the right while Passdeck did not run", () => {
    const { token } = links.make(wanted, ada);
    users.change(ada, { disabledAt: 1 });
    const room = { database, changes: new AccessChanges(), log: pino({ level: "silent" }), now: () => now };
    links = new ConsoleLinks({ ...room, sight: new PersonSight(room) });
    expect(stateOf(token)).not.toBeNull();
  });

  test("goes with its VM, and with its maker", () => {
    const [mine, theirs] = [links.make(wanted, ada), links.make({ ...wanted, hostId: "b" }, bob)];
    shares.forget(vm);
    expect([stateOf(mine.token), stateOf(theirs.token)]).not.toEqual(["none", "none"]);
    expect(stateOf(mine.token)).toBe("none");
    users.remove(bob);
    expect(stateOf(theirs.token)).toBe("none");
  });

  test("is one of twenty of its VM at most, of those that work", () => {
    const made = Array.from({ length: consoleLinkLimits.perVm }, () => links.make(wanted, ada));
    expect(() => links.make(wanted, ada)).toThrow(expect.objectContaining({ code: "conflict" }));
    links.make({ ...wanted, hostId: "b" }, ada);
    links.revoke(vm, made[0]?.id ?? "");
    links.make(wanted, ada);
    now += hour;
    expect(() => links.make(wanted, ada)).not.toThrow();
  });

  test("tells for a week after its end that it has ended, and is forgotten then", () => {
    const { token } = links.make(wanted, ada);
    now += hour + 7 * 24 * hour;
    links.removeDead();
    expect(stateOf(token)).toBe("The time of this link is up.");
    now += 1;
    links.removeDead();
    expect(stateOf(token)).toBe("none");
  });

  test("keeps when it was used last, and from where", () => {
    const { id } = links.make(wanted, ada);
    links.used(id, "192.0.2.7");
    expect(links.working(id)).toMatchObject({ lastUsedAt: now, lastUsedAddress: "192.0.2.7" });
  });
});
