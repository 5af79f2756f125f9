import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Database } from "../database/open-database";
import { sessions, users } from "../database/tables/people";
import { testDatabaseIn } from "../database/testing/test-database";
import { Access } from "./access";
import { AccessChanges } from "./access-changes";
import { begun } from "./begun.test-data";
import { FactorKey } from "./factors/factor-key";
import { SecondFactors } from "./factors/second-factors";
import type { NewSession } from "./session";

const hour = 3_600_000;
const minute = 60_000;

let folder: string;
let database: Database;
let changes: AccessChanges;
let access: Access;
let now: number;
/** The hashes that passwords were checked against; null for none. */
let checked: (string | null)[];

const passwords = {
  hash: async (password: string) => `hash of ${password}`,
  async verify(known: string | null, password: string) {
    checked.push(known);
    return known === `hash of ${password}`;
  },
};

function openAccess(): Access {
  const log = pino({ level: "silent" });
  const room = { database, changes, log, now: () => now, passwords };
  return new Access({
    ...room,
    dataFolder: folder,
    reauthenticationMinutes: 10,
    directory: null,
    factors: new SecondFactors(room, new FactorKey(folder)),
  });
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "passdeck-access-"));
  database = testDatabaseIn(folder);
  now = 1_800_000_000_000;
  checked = [];
  changes = new AccessChanges();
  access = openAccess();
});

afterEach(() => {
  database.close();
  rmSync(folder, { recursive: true });
});

const identity = (token: string) => token;
const from = (address: string) => ({ address, browserMark: null, userAgent: null });

async function firstAdministrator(): Promise<NewSession> {
  const token = access.offerFirstAdministrator(identity) ?? "";
  return access.createFirstAdministrator({ token, name: "Ada", password: "right" }, from("10.0.0.1"));
}

describe("the first administrator", () => {
  test("comes with the newest token only: each start makes a new one", async () => {
    const old = access.offerFirstAdministrator(identity) ?? "";
    const token = openAccess().offerFirstAdministrator(identity) ?? "";
    expect(token).not.toBe(old);
    const create = (given: string) =>
      access.createFirstAdministrator({ token: given, name: "Ada", password: "right" }, from("10.0.0.1"));
    await expect(create(old)).rejects.toMatchObject({ code: "not-found" });
    expect((await create(token)).user).toMatchObject({ name: "Ada", level: "admin" });
    await expect(create(token)).rejects.toMatchObject({ code: "not-found" });
  });

  test("is offered no more once there is a user, also after a start", async () => {
    expect(access.needsFirstAdministrator()).toBe(true);
    await firstAdministrator();
    expect(access.needsFirstAdministrator()).toBe(false);
    expect(openAccess().needsFirstAdministrator()).toBe(false);
    expect(openAccess().offerFirstAdministrator(identity)).toBeNull();
  });
});

describe("a session", () => {
  test("is known by its secret, which the database does not have", async () => {
    const { secret, user } = await firstAdministrator();
    expect(access.sessionOf(secret)?.user).toEqual(user);
    expect(access.sessionOf(`${secret}x`)).toBeNull();
    expect(JSON.stringify(database.query.select().from(sessions).all())).not.toContain(secret);
  });

  test("outlives a start", async () => {
    const { secret } = await firstAdministrator();
    expect(openAccess().sessionOf(secret)).not.toBeNull();
  });

  test("ends a day after its last use", async () => {
    const { secret } = await firstAdministrator();
    now += 23 * hour;
    expect(access.sessionOf(secret)).not.toBeNull();
    now += 23 * hour;
    expect(access.sessionOf(secret)).not.toBeNull();
    now += 24 * hour;
    expect(access.sessionOf(secret)).toBeNull();
  });

  test("ends after a week, however much it is used", async () => {
    const { secret } = await firstAdministrator();
    for (let used = 0; used < 7 * 24 - 1; used += 1) {
      now += hour;
      expect(access.sessionOf(secret)).not.toBeNull();
    }
    now += hour;
    expect(access.sessionOf(secret)).toBeNull();
  });

  test("is written to at most once in five minutes", async () => {
    const { secret, id } = await firstAdministrator();
    const lastUse = () =>
      database.query
        .select()
        .from(sessions)
        .all()
        .find((row) => row.id === id)?.lastUsedAt;
    const begin = now;
    now += 4 * minute;
    access.sessionOf(secret);
    expect(lastUse()).toBe(begin);
    now += 2 * minute;
    access.sessionOf(secret);
    expect(lastUse()).toBe(now);
  });

  test("that is over is gone from the database after a start", async () => {
    await firstAdministrator();
    now += 25 * hour;
    openAccess();
    expect(database.query.select().from(sessions).all()).toEqual([]);
  });

  test("that is over is gone from the database at the next removal, and no other is", async () => {
    await firstAdministrator();
    now += 25 * hour;
    const { id } = await begun(access.signIn({ name: "Ada", password: "right" }, from("10.0.0.1")));
    access.removeDead();
    expect(database.query.select({ id: sessions.id }).from(sessions).all()).toEqual([{ id }]);
  });

  test("of a disabled user counts no more", async () => {
    const { secret } = await firstAdministrator();
    database.query.update(users).set({ disabledAt: now }).run();
    expect(access.sessionOf(secret)).toBeNull();
    await expect(access.signIn({ name: "Ada", password: "right" }, from("10.0.0.1"))).rejects.toMatchObject({
      code: "unauthorised",
    });
  });

  test("that is ended tells who listens, once", async () => {
    const [first, second] = [
      await firstAdministrator(),
      await begun(access.signIn({ name: "ada", password: "right" }, from("10.0.0.2"))),
    ];
    const told: unknown[] = [];
    const stop = access.onChange((user) => told.push([user, access.sessionById(first.id)]));
    access.signOut(first.id);
    access.signOut(first.id);
    expect(told).toEqual([[first.user.id, null]]);
    stop();
    access.signOut(second.id);
    expect(told).toHaveLength(1);
  });
});

test("a session keeps where it was begun, and what the browser called itself, cut to a length", async () => {
  await firstAdministrator();
  const userAgent = "Mozilla/5.0 ".repeat(100);
  await access.signIn({ name: "Ada", password: "right" }, { ...from("10.0.0.7"), userAgent });
  const rows = database.query.select().from(sessions).all();
  expect(rows.map((row) => [row.address, row.userAgent])).toEqual([
    ["10.0.0.1", null],
    ["10.0.0.7", userAgent.slice(0, 400)],
  ]);
});

describe("a sign-in", () => {
  const signIn = (name: string, password: string, address = "10.0.0.1", browserMark: string | null = null) =>
    begun(access.signIn({ name, password }, { address, browserMark, userAgent: null }));
  const codesOf = async (tries: Promise<unknown>[]) =>
    (await Promise.allSettled(tries)).map((one) => one.status === "rejected" && one.reason.code);

  test("does the same work for users that there are and are not", async () => {
    await firstAdministrator();
    await expect(signIn("Ada", "wrong")).rejects.toMatchObject({ code: "unauthorised" });
    await expect(signIn("Bob", "wrong")).rejects.toMatchObject({ code: "unauthorised" });
    expect(checked).toEqual(["hash of right", null]);
  });

  test("takes the name in any case, and with blanks around it", async () => {
    await firstAdministrator();
    expect((await signIn(" aDA ", "right")).user.name).toBe("Ada");
  });

  test("that is right clears the account's wrong ones", async () => {
    await firstAdministrator();
    for (let round = 0; round < 3; round += 1) {
      const address = `10.0.1.${round}`;
      for (let wrong = 0; wrong < 9; wrong += 1) {
        await expect(signIn("Ada", "wrong", address)).rejects.toMatchObject({ code: "unauthorised" });
      }
      expect((await signIn("Ada", "right", address)).user.name).toBe("Ada");
    }
  });

  test("is limited by account and place, and by account from wherever it comes", async () => {
    await firstAdministrator();
    const here = await codesOf(Array.from({ length: 11 }, () => signIn("Ada", "wrong")));
    expect(here.filter((code) => code === "unauthorised")).toHaveLength(10);
    expect((await signIn("Ada", "right", "10.0.0.2")).user.name).toBe("Ada");
    const places = Array.from({ length: 101 }, (_, index) => signIn("Ada", "wrong", `10.0.2.${index}`));
    expect((await codesOf(places)).filter((code) => code === "too-many-requests")).not.toEqual([]);
    await expect(signIn("Ada", "right", "10.0.3.1")).rejects.toMatchObject({ code: "too-many-requests" });
  });

  test("is limited by account alike where there is no such user", async () => {
    const codes = await codesOf(Array.from({ length: 11 }, () => signIn("Nobody", "wrong")));
    expect(codes.filter((code) => code === "too-many-requests")).toHaveLength(1);
  });

  test("is never shut out by strangers where the person signed in with the browser before", async () => {
    const { browserMark } = await firstAdministrator();
    await codesOf(Array.from({ length: 150 }, (_, index) => signIn("Ada", "wrong", `10.0.${index % 9}.1`)));
    await expect(signIn("Ada", "right", "10.0.0.1")).rejects.toMatchObject({ code: "too-many-requests" });
    expect((await signIn("Ada", "right", "10.0.0.1", browserMark)).user.name).toBe("Ada");
  });

  test("with a browser's mark is limited, too, and a mark of somebody else's or a made-up one is none", async () => {
    const { browserMark } = await firstAdministrator();
    const tries = Array.from({ length: 11 }, () => signIn("Ada", "wrong", "10.0.0.1", browserMark));
    expect((await codesOf(tries)).filter((code) => code === "too-many-requests")).toHaveLength(1);
    const [browser] = browserMark.split(".");
    const forged = `${browser}.${"A".repeat(43)}`;
    const strangers = Array.from({ length: 11 }, () => signIn("Ada", "wrong", "10.0.0.1", forged));
    expect((await codesOf(strangers)).filter((code) => code === "too-many-requests")).toHaveLength(1);
  });

  test.each([
    ["disabled", { disabledAt: 1 }],
    ["given another password", { passwordHash: "hash of new" }],
  ])("of a user who is %s while the password is checked begins no session", async (_, values) => {
    await firstAdministrator();
    database.query.delete(sessions).run();
    const trying = signIn("Ada", "right");
    database.query.update(users).set(values).run();
    await expect(trying).rejects.toMatchObject({ code: "unauthorised" });
    expect(database.query.select().from(sessions).all()).toEqual([]);
  });

  test("is open again once the password is another one", async () => {
    await firstAdministrator();
    await codesOf(Array.from({ length: 11 }, () => signIn("Ada", "wrong")));
    database.query.update(users).set({ passwordHash: "hash of new" }).run();
    expect((await signIn("Ada", "new")).user.name).toBe("Ada");
  });
});
