import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Database } from "../database/open-database";
import { groupMembers } from "../database/tables/groups";
import { groupShares, userShares } from "../database/tables/shares";
import { testDatabaseIn } from "../database/testing/test-database";
import { AccessChanges } from "./access-changes";
import { can } from "./can";
import { Groups } from "./groups";
import { ApiKeys } from "./keys/api-keys";
import { onHost, onNamed, onVm } from "./objects-of";
import { SharedObjects } from "./shared-objects";
import { Shares } from "./shares";
import { Users } from "./users";
import { WatchableVms } from "./watchable-vms";

const web = { hostId: "a", vmId: "0D6A5E1C-0000-4000-8000-000000000001" };
const mail = { hostId: "a", vmId: "0d6a5e1c-0000-4000-8000-000000000002" };

let folder: string;
let database: Database;
let shares: Shares;
let watchable: WatchableVms;
let groups: Groups;
let shared: SharedObjects;
let ada: string;
let bob: string;
let told: (string | null)[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "passdeck-shares-"));
  database = testDatabaseIn(folder);
  told = [];
  const changes = new AccessChanges();
  const room = { database, changes, log: pino({ level: "silent" }), now: () => 1 };
  watchable = new WatchableVms(room);
  [shares, groups, shared] = [new Shares(room), new Groups(room), new SharedObjects(room)];
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
    shares.set(onVm(web), { kind: "user", id: ada }, "operator");
    expect(told).toEqual([ada]);
    expect(mayAct(ada, web)).toBe(true);
    expect(mayAct(ada, mail)).toBe(false);
    expect(mayAct(bob, web)).toBe(false);
    expect(can(whoIs(ada), "host.see", onHost(web))).toBe(true);
    expect(can(whoIs(ada), "host.see", onHost({ hostId: "b" }))).toBe(false);
  });

  test("with a group, as long as one is in it", () => {
    const team = groups.create({ name: "Team", userIds: [ada] });
    shares.set(onVm(web), { kind: "group", id: team }, "operator");
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
    shares.set(onVm(web), { kind: "user", id: ada }, "viewer");
    shares.set(onVm(web), { kind: "group", id: team }, "operator");
    shares.set(onVm(mail), { kind: "user", id: ada }, "operator");
    shares.set(onVm(mail), { kind: "group", id: team }, "viewer");
    expect([mayAct(ada, web), mayAct(ada, mail)]).toEqual([true, true]);
    shares.remove(onVm(web), { kind: "group", id: team });
    expect(mayAct(ada, web)).toBe(false);
    expect(can(whoIs(ada), "vm.see", onVm(web))).toBe(true);
  });

  test("once with each: a second time changes the level", () => {
    shares.set(onVm(web), { kind: "user", id: ada }, "owner");
    shares.set(onVm({ ...web, vmId: web.vmId.toLowerCase() }), { kind: "user", id: ada }, "viewer");
    expect(shares.of(onVm(web))).toEqual([
      { subject: { kind: "user", id: ada }, name: "ada", level: "viewer" },
    ]);
    expect(mayAct(ada, web)).toBe(false);
  });
});

test("who has what is listed by VM and by user", () => {
  const team = groups.create({ name: "Team", userIds: [bob, ada] });
  shares.set(onVm(web), { kind: "user", id: ada }, "owner");
  shares.set(onVm(web), { kind: "group", id: team }, "viewer");
  shares.set(onVm(mail), { kind: "group", id: team }, "viewer");
  expect(shares.of(onVm(web))).toEqual([
    { subject: { kind: "group", id: team }, name: "Team", level: "viewer" },
    { subject: { kind: "user", id: ada }, name: "ada", level: "owner" },
  ]);
  const id = web.vmId.toLowerCase();
  expect(shares.ofUser(ada)).toEqual([
    { object: { kind: "vm", hostId: "a", vmId: id }, level: "owner", group: null },
    { object: { kind: "vm", hostId: "a", vmId: id }, level: "viewer", group: "Team" },
    { object: onVm(mail), level: "viewer", group: "Team" },
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
      devices: 0,
    },
  ]);
});

describe("a named device is shared", () => {
  const gpu = { hostId: "a", name: "Any GPU" };
  const may = (id: string, act: string, device = gpu) => can(whoIs(id), act, onNamed(device));

  test("with those who are named, at their level, and shows no more of its host than that it is there", () => {
    const team = groups.create({ name: "Team", userIds: [ada, bob] });
    shares.set(onNamed(gpu), { kind: "group", id: team }, "viewer");
    shares.set(onNamed(gpu), shares.subjectOf({ kind: "user", name: "BOB" }), "owner");
    const acts = ["named.see", "booking.book", "booking.setRules", "share.setDevice"];
    expect(acts.map((act) => may(ada, act))).toEqual([true, false, false, false]);
    expect(acts.map((act) => may(bob, act))).toEqual([true, true, true, true]);
    expect(may(bob, "named.see", { ...gpu, name: "any gpu" })).toBe(false);
    expect(may(bob, "named.see", { ...gpu, hostId: "b" })).toBe(false);
    expect(can(whoIs(bob), "host.see", onHost(gpu))).toBe(true);
    for (const act of ["named.watch", "named.change", "named.remove", "booking.book", "host.watchReport"])
      expect([act, can(whoIs(bob), act, onHost(gpu))]).toEqual([act, false]);
    expect(shared.devicesOf(ada)).toEqual([]);
    expect(shared.devicesOf(bob)).toMatchObject([gpu]);
    expect(groups.all()).toMatchObject([{ vms: 0, devices: 1 }]);
  });

  test("as long as its name is there, beside a VM that is called like it", () => {
    const named = { hostId: "a", name: web.vmId.toLowerCase() };
    shares.set(onVm(web), { kind: "user", id: ada }, "owner");
    shares.set(onNamed(named), { kind: "user", id: ada }, "viewer");
    expect(shares.ownedBy({ kind: "user", id: ada })).toHaveLength(1);
    shares.forgetDevice(named);
    expect(told.at(-1)).toBeNull();
    expect(may(ada, "named.see", named)).toBe(false);
    expect(can(whoIs(ada), "vm.delete", onVm(web))).toBe(true);
    expect(codeOf(() => shares.remove(onNamed(named), { kind: "user", id: ada }))).toBe("not-found");
    expect(codeOf(() => shares.subjectOf({ kind: "group", name: "nobody" }))).toBe("not-found");
  });
});

test("shares go with their VM and their user; other VMs keep theirs", () => {
  const team = groups.create({ name: "Team", userIds: [bob] });
  shares.set(onVm(web), { kind: "user", id: ada }, "owner");
  shares.set(onVm(web), { kind: "group", id: team }, "viewer");
  shares.set(onVm(mail), { kind: "user", id: ada }, "viewer");
  watchable.set(web, true);
  watchable.set(mail, true);
  watchable.set(mail, true);
  shares.forget(web);
  expect([watchable.has(web), watchable.has(mail)]).toEqual([false, true]);
  watchable.set(mail, false);
  expect(watchable.has(mail)).toBe(false);
  expect([shares.of(onVm(web)), shared.of(bob).size]).toEqual([[], 0]);
  expect(shares.of(onVm(mail))).toHaveLength(1);
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
    expect(codeOf(() => shares.set(onVm(web), { kind, id: nobody }, "owner"))).toBe("not-found");
    expect(codeOf(() => shares.remove(onVm(web), { kind, id: nobody }))).toBe("not-found");
  }
  expect(codeOf(() => groups.remove(nobody))).toBe("not-found");
});

test("a VM that is on another host is shared there as before, by the same API keys, and there is nothing left here", () => {
  const there = { ...web, hostId: "b" };
  shares.set(onVm(web), { kind: "user", id: ada }, "owner");
  shares.set(onVm(mail), { kind: "user", id: bob }, "viewer");
  watchable.set(web, true);
  const key = { name: "k", role: "member" as const, days: 1, acts: null, vms: [web, mail] };
  const keys = new ApiKeys({
    database,
    changes: new AccessChanges(),
    log: pino({ level: "silent" }),
    now: () => 1,
    passwords: { hash: async () => "", verify: async () => false },
  });
  keys.create(ada, key);
  // Once more, as after a crash.
  for (let time = 0; time < 2; time += 1) shares.moved(web, there);
  expect(shares.of(onVm(web))).toEqual([]);
  expect(shares.of(onVm(there))).toMatchObject([{ subject: { kind: "user", id: ada }, level: "owner" }]);
  expect(shares.of(onVm(mail))).toHaveLength(1);
  expect([watchable.has(web), watchable.has(there)]).toEqual([false, true]);
  expect(keys.of(ada)[0]?.vms).toEqual([there, mail]);
});
