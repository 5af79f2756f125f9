import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Database } from "../database/open-database";
import { groupGrants, userGrants } from "../database/tables/grants";
import { testDatabaseIn } from "../database/testing/test-database";
import { AccessChanges } from "./access-changes";
import { allowedFor } from "./allowed";
import { can, grantFor, type Who } from "./can";
import type { Grant } from "./grant.schema";
import { grantedRights } from "./granted-rights";
import { Grants } from "./grants";
import { Groups } from "./groups";
import { GrantsOfUsers, isSameGrants } from "./held-grants";
import { isAllowed } from "./is-allowed.schema";
import type { KeyScope } from "./keys/api-key.schema";
import { objectKinds } from "./object.schema";
import { onHost, onNamed, onVolume } from "./objects-of";
import { rights } from "./rights";
import { type Role, roles } from "./role";
import type { Subject } from "./share.schema";
import { SharedObjects } from "./shared-objects";
import { Shares } from "./shares";
import { Users } from "./users";

const grantOf = (parts: Partial<Grant>): Grant => ({
  pools: [],
  networks: [],
  media: [],
  devices: [],
  ...parts,
});
const asUser = (id: string): Subject => ({ kind: "user", id });
const asGroup = (id: string): Subject => ({ kind: "group", id });

let folder: string;
let database: Database;
let grants: Grants;
let groups: Groups;
let users: Users;
let held: GrantsOfUsers;
let shares: Shares;
let ada: string;
let bob: string;
let told: (string | null)[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "passdeck-grants-"));
  database = testDatabaseIn(folder);
  told = [];
  const changes = new AccessChanges();
  const room = { database, changes, log: pino({ level: "silent" }), now: () => 1 };
  [grants, groups, held] = [
    new Grants(room),
    new Groups(room),
    new GrantsOfUsers(room, new SharedObjects(room)),
  ];
  shares = new Shares(room);
  changes.listen((user) => told.push(user));
  users = new Users(database);
  const add = (name: string) => users.add({ name, level: "member", passwordHash: "hash", createdAt: 1 }).id;
  [ada, bob] = [add("ada"), add("bob")];
});

afterEach(() => {
  database.close();
  rmSync(folder, { recursive: true });
});

describe("grants", () => {
  test("are set for each host, replaced and taken away, and whom they concern is told", () => {
    grants.set(asUser(ada), "a", grantOf({ pools: ["disks"] }));
    grants.set(asUser(ada), "b", grantOf({ media: ["images"] }));
    grants.set(asUser(ada), "a", grantOf({ networks: ["lab"] }));
    expect(grants.of(asUser(ada))).toEqual([
      { hostId: "a", ...grantOf({ networks: ["lab"] }) },
      { hostId: "b", ...grantOf({ media: ["images"] }) },
    ]);
    grants.set(asUser(ada), "b", null);
    expect(held.of(ada)).toEqual({ a: { ...grantOf({ networks: ["lab"] }), holders: [asUser(ada)] } });
    expect(held.of(bob)).toEqual({});
    expect(told).toEqual([ada, ada, ada, ada]);
  });

  test("of a user and of their groups add up, and go with the group, with who leaves it, and with the user", () => {
    const team = groups.create({ name: "team", userIds: [ada, bob] });
    grants.set(asGroup(team), "a", grantOf({ pools: ["disks"], networks: ["lab"] }));
    grants.set(
      asUser(ada),
      "a",
      grantOf({ pools: ["disks", "fast"], media: ["images"], devices: ["any GPU"] }),
    );
    expect(held.of(ada)).toEqual({
      a: {
        pools: ["disks", "fast"],
        networks: ["lab"],
        media: ["images"],
        devices: ["any GPU"],
        holders: [asUser(ada), asGroup(team)],
      },
    });
    groups.change(team, { name: "team", userIds: [ada] });
    expect(held.of(bob)).toEqual({});
    groups.remove(team);
    expect(held.of(ada)).toMatchObject({ a: { networks: [], holders: [asUser(ada)] } });
    users.remove(ada);
    expect(database.query.select().from(userGrants).all()).toEqual([]);
    expect(database.query.select().from(groupGrants).all()).toEqual([]);
  });

  test("have the named devices besides that are shared with them as operator, where there is a grant", () => {
    const share = (hostId: string, name: string, level: "viewer" | "operator") =>
      shares.set(onNamed({ hostId, name }), asUser(ada), level);
    grants.set(asUser(ada), "a", grantOf({ devices: ["any GPU"] }));
    share("a", "seen", "viewer");
    share("a", "used", "operator");
    share("b", "elsewhere", "operator");
    expect(held.of(ada)).toEqual({
      a: { ...grantOf({ devices: ["any GPU", "used"] }), holders: [asUser(ada)] },
    });
    share("a", "used", "viewer");
    expect(held.of(ada)).toMatchObject({ a: { devices: ["any GPU"] } });
  });

  test("never have a pool for new disks and for media on one host, whoever’s they are", () => {
    const team = groups.create({ name: "team", userIds: [ada, bob] });
    grants.set(asGroup(team), "a", grantOf({ pools: ["disks"], media: ["images"] }));
    expect(() => grants.set(asUser(bob), "a", grantOf({ pools: ["one"], media: ["one"] }))).toThrow(
      "this grant",
    );
    for (const wrong of [grantOf({ media: ["disks"] }), grantOf({ pools: ["images"] })])
      expect(() => grants.set(asUser(bob), "a", wrong)).toThrow("with the grant of team");
    expect(grants.of(asUser(bob))).toEqual([]);
    grants.set(asUser(bob), "b", grantOf({ media: ["disks"] }));
    // Its own from before do not count.
    grants.set(asGroup(team), "a", grantOf({ pools: ["images"], media: ["disks"] }));
  });

  test("are the same or not", () => {
    const one = { a: { ...grantOf({ pools: ["disks"] }), holders: [] } };
    expect(isSameGrants(one, structuredClone(one))).toBe(true);
    expect(isSameGrants(undefined, {})).toBe(true);
    expect(isSameGrants(one, { a: { ...one.a, pools: [] } })).toBe(false);
    expect(isSameGrants(one)).toBe(false);
  });
});

describe("a grant", () => {
  const whoIs = (level: Role, key?: KeyScope): Who => ({
    level,
    user: { id: ada, name: "ada", level },
    grants: held.of(ada),
    key,
  });
  const keyOf = (parts: Partial<KeyScope>): KeyScope => ({
    id: "1",
    name: "key",
    level: "admin",
    vms: null,
    acts: null,
    ...parts,
  });
  const host = onHost({ hostId: "a" });

  beforeEach(() => grants.set(asUser(ada), "a", grantOf({ pools: ["disks"], media: ["images"] })));

  test("allows a member what stands in its table, on its host, and nothing else", () => {
    const allowed = objectKinds.flatMap((kind) =>
      Object.keys(rights[kind]).filter((act) =>
        can(whoIs("member"), act, {
          ...{
            kind,
            hostId: "a",
            pool: "images",
            volume: "a",
            vmId: "b",
            uuid: "c",
            jobId: "d",
            address: "e",
          },
        } as never),
      ),
    );
    const byRole = Object.keys(rights.installation).filter((act) =>
      can(whoIs("member"), act, { kind: "installation" }),
    );
    const byGrant = Object.values(grantedRights).flatMap((acts) => Object.keys(acts));
    expect(allowed).toEqual([...byRole, ...byGrant]);
    expect(byGrant).not.toContain("create.images");
    expect(can(whoIs("member"), "create.run", onHost({ hostId: "b" }))).toBe(false);
    expect(can(whoIs("member"), "create.run", onHost({ hostId: "constructor" }))).toBe(false);
    expect(can(whoIs("member"), "create.medium", onVolume({ hostId: "a", pool: "disks", volume: "x" }))).toBe(
      false,
    );
  });

  test("is what the page is told", () => {
    const told = allowedFor(whoIs("member"));
    for (const hostId of ["a", "b"])
      for (const act of Object.keys(rights.host))
        expect([act, isAllowed(told, act, onHost({ hostId }))]).toEqual([
          act,
          can(whoIs("member"), act, onHost({ hostId })),
        ]);
  });

  test("holds for who has no right by their role to make VMs", () => {
    for (const level of roles) expect(grantFor(whoIs(level), "a") === null).toBe(level === "admin");
    expect(grantFor(whoIs("member"), "b")).toBeNull();
    expect(grantFor(whoIs("admin", keyOf({ level: "operator" })), "a")).not.toBeNull();
  });

  test("is used by API keys as far as their role and their scope go", () => {
    const may = (parts: Partial<KeyScope>, act = "create.run") =>
      can(whoIs("member", keyOf(parts)), act, host);
    expect(may({})).toBe(true);
    expect(may({ level: "operator" })).toBe(false);
    expect(may({ level: "operator" }, "create.plan")).toBe(true);
    expect(may({ level: "member" }, "create.plan")).toBe(false);
    expect(may({ acts: ["vm.*"] })).toBe(false);
    expect(may({ vms: [{ hostId: "a", vmId: "0d6a5e1c-0000-4000-8000-000000000001" }] })).toBe(false);
    for (const parts of [{}, { level: "operator" as const }, { acts: ["vm.*"] }, { vms: [] }]) {
      const who = whoIs("member", keyOf(parts));
      for (const act of Object.keys(rights.host))
        expect([parts, act, isAllowed(allowedFor(who), act, host)]).toEqual([
          parts,
          act,
          can(who, act, host),
        ]);
    }
    expect(can(whoIs("admin", keyOf({})), "grant.set", { kind: "installation" })).toBe(false);
  });
});
