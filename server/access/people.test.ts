import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Database } from "../database/open-database";
import { joinLinks, sessions, users } from "../database/tables/people";
import { testDatabaseIn } from "../database/testing/test-database";
import { Access } from "./access";
import { AccessChanges } from "./access-changes";
import { Accounts } from "./accounts";
import { begun } from "./begun.test-data";
import { FactorKey } from "./factors/factor-key";
import { SecondFactors } from "./factors/second-factors";
import { People } from "./people";
import type { Role } from "./role";

const day = 24 * 3_600_000;
const from = { address: "10.0.0.1", userAgent: null, browserMark: null };
const good = "correct horse battery";

let folder: string;
let database: Database;
let people: People;
let accounts: Accounts;
let access: Access;
let now: number;
let lines: string[];
/** What is told of whom. */
let told: (string | null)[];

const passwords = {
  hash: async (password: string) => `hash of ${password}`,
  verify: async (known: string | null, password: string) => known === `hash of ${password}`,
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "passdeck-people-"));
  database = testDatabaseIn(folder);
  now = 1_800_000_000_000;
  [lines, told] = [[], []];
  const changes = new AccessChanges();
  changes.listen((user) => told.push(user));
  const log = pino({ level: "trace" }, { write: (line) => void lines.push(line) });
  const room = { database, changes, passwords, log, now: () => now };
  [people, accounts, access] = [
    new People(room),
    new Accounts(room, null),
    new Access({
      ...room,
      dataFolder: folder,
      reauthenticationMinutes: 10,
      directory: null,
      factors: new SecondFactors(room, new FactorKey(folder)),
    }),
  ];
});

afterEach(() => {
  database.close();
  rmSync(folder, { recursive: true });
});

/** A user with a password; their id. */
async function user(name: string, role: Role = "operator"): Promise<string> {
  await people.add({ name, role, password: good });
  return people.idOf(name);
}

const signIn = (name: string, password = good) => begun(access.signIn({ name, password }, from));
const stateOf = (name: string) => people.all().find((person) => person.name === name)?.state;
const codeOf = (act: () => unknown) => {
  try {
    act();
  } catch (error) {
    return (error as { code?: string }).code;
  }
  return null;
};

describe("an invited user", () => {
  test("chooses a password by the link, once, and is signed in", async () => {
    const { token, userId } = people.invite({ name: "Bob", role: "operator" });
    expect(people.all()).toMatchObject([
      { id: userId, name: "Bob", role: "operator", state: "invited", linkExpiresAt: now + 7 * day },
    ]);
    expect(accounts.invitedBy(token)).toMatchObject({ name: "Bob", level: "operator" });
    const session = await accounts.join({ token, password: good }, from);
    expect(access.sessionOf(session.secret)?.user).toEqual({ id: userId, name: "Bob", level: "operator" });
    expect(access.provenSessionOf(session.secret, session.originProof)).not.toBeNull();
    expect(people.all()).toMatchObject([
      { state: "active", linkExpiresAt: null, sessions: 1, lastSeenAt: now },
    ]);
    await expect(accounts.join({ token, password: good }, from)).rejects.toMatchObject({ code: "not-found" });
    expect((await signIn("bob")).user.name).toBe("Bob");
  });

  test("is one, whoever has the link, of many at once", async () => {
    const { token } = people.invite({ name: "Bob", role: "operator" });
    const tries = Array.from({ length: 20 }, (_, index) =>
      accounts.join({ token, password: `${good} ${index}` }, from),
    );
    const settled = await Promise.allSettled(tries);
    expect(settled.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(database.query.select().from(sessions).all()).toHaveLength(1);
  });

  test("cannot sign in before, with whatever password, nor is it told that there is such a user", async () => {
    people.invite({ name: "Bob", role: "operator" });
    const [{ passwordHash } = { passwordHash: "" }] = database.query.select().from(users).all();
    for (const password of ["", "!", passwordHash])
      await expect(signIn("Bob", password)).rejects.toMatchObject({ code: "unauthorised" });
  });

  test("has a week", async () => {
    const { token } = people.invite({ name: "Bob", role: "operator" });
    now += 7 * day - 1;
    expect(accounts.invitedBy(token).name).toBe("Bob");
    now += 1;
    await expect(accounts.join({ token, password: good }, from)).rejects.toMatchObject({ code: "not-found" });
    expect(stateOf("Bob")).toBe("invited");
  });

  test("has the newest link only, and none once it is revoked or they are disabled", () => {
    const first = people.invite({ name: "Bob", role: "operator" });
    const second = people.reset(first.userId);
    expect(codeOf(() => accounts.invitedBy(first.token))).toBe("not-found");
    people.revokeLink(first.userId);
    expect(codeOf(() => accounts.invitedBy(second.token))).toBe("not-found");
    expect(codeOf(() => people.revokeLink(first.userId))).toBe("not-found");
    const third = people.reset(first.userId);
    people.disable(first.userId);
    people.enable(first.userId);
    expect(codeOf(() => accounts.invitedBy(third.token))).toBe("not-found");
  });

  test("has a name that nobody else has, in whichever case", async () => {
    await user("Bob");
    expect(codeOf(() => people.invite({ name: "bOB", role: "viewer" }))).toBe("conflict");
    await expect(people.add({ name: "BOB", role: "viewer", password: good })).rejects.toMatchObject({
      code: "conflict",
    });
    expect(people.all()).toHaveLength(1);
  });

  test("is refused a password that anybody would try, and may try another", async () => {
    const { token } = people.invite({ name: "Bob", role: "operator" });
    await expect(accounts.join({ token, password: "password1234" }, from)).rejects.toMatchObject({
      code: "bad-input",
    });
    await accounts.join({ token, password: good }, from);
  });

  test("leaves no trace of the link in the database or the log", async () => {
    const { token } = people.invite({ name: "Bob", role: "operator" });
    expect(JSON.stringify(database.query.select().from(joinLinks).all())).not.toContain(token);
    await accounts.join({ token, password: good }, from);
    expect(lines.join("")).toContain("Bob");
    expect(lines.join("")).not.toMatch(new RegExp(`${token}|${good}`));
  });
});

describe("what is done to a user", () => {
  test("ends their sessions where they are disabled, for good", async () => {
    const [, id] = [await user("Ada", "admin"), await user("Bob")];
    const { secret } = await signIn("Bob");
    told = [];
    people.disable(id);
    expect(told).toEqual([id]);
    expect(access.sessionOf(secret)).toBeNull();
    await expect(signIn("Bob")).rejects.toMatchObject({ code: "unauthorised" });
    people.enable(id);
    expect(access.sessionOf(secret)).toBeNull();
    expect((await signIn("Bob")).user.name).toBe("Bob");
  });

  test("goes by the role that they have now", async () => {
    const id = await user("Bob");
    const { secret } = await signIn("Bob");
    people.setRole(id, "viewer");
    expect(access.sessionOf(secret)?.user.level).toBe("viewer");
  });

  test("takes password and sessions where it is reset, and the new password opens a locked account", async () => {
    const [, id] = [await user("Ada", "admin"), await user("Bob")];
    const { secret } = await signIn("Bob");
    await Promise.allSettled(Array.from({ length: 11 }, () => signIn("Bob", "wrong")));
    const { token } = people.reset(id);
    expect([access.sessionOf(secret), stateOf("Bob")]).toEqual([null, "reset"]);
    await accounts.join({ token, password: `${good} again` }, from);
    expect((await signIn("Bob", `${good} again`)).user.name).toBe("Bob");
  });

  test("forgets wrong tries where they are unlocked", async () => {
    const id = await user("Bob");
    await Promise.allSettled(Array.from({ length: 11 }, () => signIn("Bob", "wrong")));
    await expect(signIn("Bob")).rejects.toMatchObject({ code: "too-many-requests" });
    people.unlock(id);
    expect((await signIn("Bob")).user.name).toBe("Bob");
  });

  test("takes all with it where they are deleted", async () => {
    const [, id] = [await user("Ada", "admin"), await user("Bob")];
    const { secret } = await signIn("Bob");
    people.remove(id);
    expect(access.sessionOf(secret)).toBeNull();
    expect(people.all().map(({ name }) => name)).toEqual(["Ada"]);
    expect(database.query.select().from(sessions).all()).toEqual([]);
    expect(codeOf(() => people.disable(id))).toBe("not-found");
  });
});

describe("the last administrator who can sign in", () => {
  const acts: [string, (id: string) => unknown][] = [
    ["disabled", (id) => people.disable(id)],
    ["demoted", (id) => people.setRole(id, "operator")],
    ["deleted", (id) => people.remove(id)],
    ["reset", (id) => people.reset(id)],
  ];

  test.each(acts)("is not %s, also of two at once", async (_, act) => {
    const [ada, eve] = [await user("Ada", "admin"), await user("Eve", "admin")];
    const { secret } = await signIn("Eve");
    act(ada);
    told = [];
    expect(codeOf(() => act(eve))).toBe("conflict");
    expect(told).toEqual([]);
    expect(access.sessionOf(secret)?.user.level).toBe("admin");
    expect(stateOf("Eve")).toBe("active");
  });

  test.each([
    ["invited", () => void people.invite({ name: "Eve", role: "admin" })],
    ["disabled", async () => people.disable(await user("Eve", "admin"))],
  ])("is not counted among those who are %s", async (_, other) => {
    const ada = await user("Ada", "admin");
    await other();
    expect(codeOf(() => people.setRole(ada, "viewer"))).toBe("conflict");
  });
});

describe("one's own account", () => {
  const own = ({ id, user: { id: userId } }: { id: string; user: { id: string } }) => ({ id, userId });

  test("gets a new password from who knows the present one; other sessions end, this one goes on", async () => {
    await user("Bob");
    const [mine, other] = [await signIn("Bob"), await signIn("Bob")];
    const input = { present: good, password: `${good} new` };
    const { originProof, browserMark } = await accounts.changePassword(own(mine), input, from);
    expect(access.provenSessionOf(mine.secret, mine.originProof)).toBeNull();
    expect(access.provenSessionOf(mine.secret, originProof)).not.toBeNull();
    expect(access.sessionOf(other.secret)).toBeNull();
    await expect(signIn("Bob")).rejects.toMatchObject({ code: "unauthorised" });
    await Promise.allSettled(Array.from({ length: 11 }, () => signIn("Bob", "wrong")));
    const known = begun(access.signIn({ name: "Bob", password: `${good} new` }, { ...from, browserMark }));
    expect((await known).user.name).toBe("Bob");
  });

  test("keeps its password where the present one is wrong, however often it is tried, or the new one is common", async () => {
    await user("Bob");
    const session = own(await signIn("Bob"));
    const change = (present: string, password = `${good} new`) =>
      accounts.changePassword(session, { present, password }, from);
    await expect(change(good, "password1234")).rejects.toMatchObject({ code: "bad-input" });
    const tries = await Promise.allSettled(Array.from({ length: 11 }, () => change("wrong")));
    const codes = tries.map((one) => (one.status === "rejected" ? one.reason.code : null));
    expect(new Set(codes)).toEqual(new Set(["bad-input", "too-many-requests"]));
    expect((await signIn("Bob")).user.name).toBe("Bob");
  });

  test.each([
    ["reset", (id: string) => void people.reset(id)],
    ["disabled", (id: string) => people.disable(id)],
    ["deleted", (id: string) => people.remove(id)],
  ])("that is %s meanwhile keeps what came of that", async (_, act) => {
    const [, id] = [await user("Ada", "admin"), await user("Bob")];
    const changing = accounts.changePassword(
      own(await signIn("Bob")),
      { present: good, password: `${good} new` },
      from,
    );
    act(id);
    await expect(changing).rejects.toMatchObject({ code: "conflict" });
    await expect(signIn("Bob", `${good} new`)).rejects.toMatchObject({ code: "unauthorised" });
  });

  test("shows its sessions and ends them, and nobody else's", async () => {
    const [bob, eve] = [await user("Bob"), await user("Eve")];
    const mine = await signIn("Bob");
    now += 60_000;
    const userAgent = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
    const other = await begun(access.signIn({ name: "Bob", password: good }, { ...from, userAgent }));
    const theirs = await signIn("Eve");
    expect(accounts.sessionsOf(bob, mine.id)).toEqual([
      {
        id: other.id,
        begunAt: now,
        lastUsedAt: now,
        address: "10.0.0.1",
        browser: "Firefox on Linux",
        isThis: false,
      },
      {
        id: mine.id,
        begunAt: now - 60_000,
        lastUsedAt: now - 60_000,
        address: "10.0.0.1",
        browser: null,
        isThis: true,
      },
    ]);
    expect(codeOf(() => accounts.endSession(bob, theirs.id))).toBe("not-found");
    accounts.endSession(bob, other.id);
    expect(accounts.sessionsOf(bob, mine.id).map(({ id }) => id)).toEqual([mine.id]);
    accounts.endSessions(bob);
    expect([access.sessionOf(mine.secret), accounts.sessionsOf(eve, null).length]).toEqual([null, 1]);
  });
});
