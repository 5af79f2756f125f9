import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Database, openDatabase } from "../database/open-database";
import { groupMembers } from "../database/tables/groups";
import { groupShares, userShares } from "../database/tables/shares";
import { AccessChanges } from "./access-changes";
import { can } from "./can";
import { Groups } from "./groups";
import { onHost, onVm } from "./objects-of";
import { SharedVms } from "./shared-vms";
import { Shares } from "./shares";
import { Users } from "./users";
import { WatchableVms } from "./watchable-vms";

const migrations = new URL("../database/migrations", import.meta.url).pathname;
const web = { hostId: "a", vmId: "0D6A5E1C-0000-4000-8000-000000000001" };
const mail = { hostId: "a", vmId: "0d6a5e1c-0000-4000-8000-000000000002" };

let folder: string;
let database: Database;
let shares: Shares;
let watchable: WatchableVms;
let groups: Groups;
let shared: SharedVms;
let ada: string;
let bob: string;
let told: (string | null)[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "passdeck-shares-"));
  database = openDatabase({ folder, migrations });
  told = [];
  const changes = new AccessChanges();
  const room = { database, changes, log: pino({ level: "silent" }), now: () => 1 };
  watchable = new WatchableVms(room);
  [shares, groups, shared] = [new Shares(room), new Groups(room), new SharedVms(room)];
  changes.listen((user) => told.push(user));
  const users = new Users(database);
  const add = (name: string) => users.add({ name, level: "member", passwordHash: "hash", createdAt: 1 }).id;
  [ada, bob] = [add("ada"), add("bob")];
});

afterEach(() => {
  database.close();
  rmSync(folder, { recursive: true });
});

const whoIs = (id: string) => ({
  level: "member" as const,
  user: { id, name: "", level: "member" as const },
  shared: shared.of(id),
});
const mayAct = (id: string, vm: typeof web) => can(whoIs(id), "vm.act", onVm(vm));
const codeOf = (act: () => unknown) => {
  try {
    act();
  } catch (error) {
    return (error as { code?: string }).code;
  }
  return null;
};

describe("a VM is shared", () => {
  test("with a user, who reaches it and sees its host, and nothing else", () => {
    expect(mayAct(ada, web)).toBe(false);
    shares.set(web, { kind: "user", id: ada }, "operator");
    expect(told).toEqual([ada]);
    expect(mayAct(ada, web)).toBe(true);
    expect(mayAct(ada, mail)).toBe(false);
    expect(mayAct(bob, web)).toBe(false);
    expect(can(whoIs(ada), "host.see", onHost(web))).toBe(true);
    expect(can(whoIs(ada), "host.see", onHost({ hostId: "b" }))).toBe(false);
  });

  test("with a group, as long as one is in it", () => {
    const team = groups.create({ name: "Team", userIds: [ada] });
    shares.set(web, { kind: "group", id: team }, "operator");
    expect([mayAct(ada, web), mayAct(bob, web)]).toEqual([true, false]);
    groups.change(team, { name: "Team", userIds: [bob] });
    expect([mayAct(ada, web), mayAct(bob, web)]).toEqual([false, true]);
    groups.remove(team);
    expect(mayAct(bob, web)).toBe(false);
    expect(told).toEqual([null, null, null, null]);
    expect(database.query.select().from(groupShares).all()).toEqual([]);
    expect(database.query.select().from(groupMembers).all()).toEqual([]);
  });

  test("of several shares the highest counts, in whichever order", () => {
    const team = groups.create({ name: "Team", userIds: [ada, ada] });
    shares.set(web, { kind: "user", id: ada }, "viewer");
    shares.set(web, { kind: "group", id: team }, "operator");
    shares.set(mail, { kind: "user", id: ada }, "operator");
    shares.set(mail, { kind: "group", id: team }, "viewer");
    expect([mayAct(ada, web), mayAct(ada, mail)]).toEqual([true, true]);
    shares.remove(web, { kind: "group", id: team });
    expect(mayAct(ada, web)).toBe(false);
    expect(can(whoIs(ada), "vm.see", onVm(web))).toBe(true);
  });

  test("once with each: a second time changes the level", () => {
    shares.set(web, { kind: "user", id: ada }, "owner");
    shares.set({ ...web, vmId: web.vmId.toLowerCase() }, { kind: "user", id: ada }, "viewer");
    expect(shares.ofVm(web)).toEqual([{ subject: { kind: "user", id: ada }, name: "ada", level: "viewer" }]);
    expect(mayAct(ada, web)).toBe(false);
  });
});

test("who has what is listed by VM and by user", () => {
  const team = groups.create({ name: "Team", userIds: [bob, ada] });
  shares.set(web, { kind: "user", id: ada }, "owner");
  shares.set(web, { kind: "group", id: team }, "viewer");
  shares.set(mail, { kind: "group", id: team }, "viewer");
  expect(shares.ofVm(web)).toEqual([
    { subject: { kind: "group", id: team }, name: "Team", level: "viewer" },
    { subject: { kind: "user", id: ada }, name: "ada", level: "owner" },
  ]);
  const id = web.vmId.toLowerCase();
  expect(shares.ofUser(ada)).toEqual([
    { hostId: "a", vmId: id, level: "owner", group: null },
    { hostId: "a", vmId: id, level: "viewer", group: "Team" },
    { ...mail, level: "viewer", group: "Team" },
  ]);
  expect(groups.all()).toEqual([
    {
      id: team,
      name: "Team",
      members: [
        { id: ada, name: "ada" },
        { id: bob, name: "bob" },
      ],
      vms: 2,
    },
  ]);
});

test("shares go with their VM and their user; other VMs keep theirs", () => {
  const team = groups.create({ name: "Team", userIds: [bob] });
  shares.set(web, { kind: "user", id: ada }, "owner");
  shares.set(web, { kind: "group", id: team }, "viewer");
  shares.set(mail, { kind: "user", id: ada }, "viewer");
  watchable.set(web, true);
  watchable.set(mail, true);
  watchable.set(mail, true);
  shares.forget(web);
  expect([watchable.has(web), watchable.has(mail)]).toEqual([false, true]);
  watchable.set(mail, false);
  expect(watchable.has(mail)).toBe(false);
  expect([shares.ofVm(web), shared.of(bob).size]).toEqual([[], 0]);
  expect(shares.ofVm(mail)).toHaveLength(1);
  expect(told.at(-1)).toBeNull();
  const before = told.length;
  shares.forget(web);
  expect(told).toHaveLength(before);
  new Users(database).remove(ada);
  expect(database.query.select().from(userShares).all()).toEqual([]);
});

test("what cannot be is refused, and nothing is changed", () => {
  const nobody = "0d6a5e1c-0000-4000-8000-00000000abcd";
  const team = groups.create({ name: "Team", userIds: [ada] });
  const other = groups.create({ name: "Other", userIds: [] });
  expect(codeOf(() => groups.create({ name: "tEAM", userIds: [] }))).toBe("conflict");
  expect(codeOf(() => groups.change(other, { name: "team", userIds: [] }))).toBe("conflict");
  expect(codeOf(() => groups.change(team, { name: "New", userIds: [bob, nobody] }))).toBe("not-found");
  expect(groups.all()).toMatchObject([{ name: "Other" }, { name: "Team", members: [{ name: "ada" }] }]);
  groups.change(team, { name: "TEAM", userIds: [ada] });
  for (const kind of ["user", "group"] as const) {
    expect(codeOf(() => shares.set(web, { kind, id: nobody }, "owner"))).toBe("not-found");
    expect(codeOf(() => shares.remove(web, { kind, id: nobody }))).toBe("not-found");
  }
  expect(codeOf(() => groups.remove(nobody))).toBe("not-found");
});
