import { Secret, TOTP } from "otpauth";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Database } from "../../database/open-database";
import { recoveryCodes, totp } from "../../database/tables/second-factors";
import type { Access } from "../access";
import { begun } from "../begun.test-data";
import type { People } from "../people";
import { type UserRecord, Users } from "../users";
import { FactorsWorld, from, minute, password } from "./factors-world.test-data";
import type { SecondFactors } from "./second-factors";

let world: FactorsWorld;
let database: Database;
let factors: SecondFactors;
let access: Access;
let people: People;
let ada: UserRecord;

beforeEach(async () => {
  world = await FactorsWorld.make();
  ({ database, factors, access, people } = world);
  ada = world.user("ada");
});

afterEach(() => world.remove());

/** What the app shows, some steps from world.now. */
function codeOf(secret: string, steps = 0): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: world.now + steps * 30_000 });
}

/** Ada with an app; a minute later, so that its first code is old. */
function withApp(): { secret: string; codes: string[] } {
  const { secret, setUp } = factors.beginTotp(ada);
  const codes = factors.confirmTotp(ada, { setUp, code: codeOf(secret) }) ?? [];
  world.now += minute;
  return { secret, codes };
}

async function firstStep(): Promise<string> {
  const answer = await access.signIn({ name: "ada", password }, from);
  if (!("pending" in answer)) throw new Error("no second step");
  return answer.pending;
}

describe("an authenticator app", () => {
  test("is on from its first right code, with ten recovery codes; nothing is kept before", () => {
    const { secret, setUp } = factors.beginTotp(ada);
    expect(database.query.select().from(totp).all()).toEqual([]);
    expect(() => factors.confirmTotp(ada, { setUp, code: "12" })).toThrow(/code is wrong/);
    expect(factors.stepsOf(ada.id)).toEqual([]);
    const codes = factors.confirmTotp(ada, { setUp, code: ` ${codeOf(secret).replace(/^.../, "$& ")}` });
    expect(codes).toHaveLength(10);
    expect(new Set(codes).size).toBe(10);
    expect(codes?.[0]).toMatch(/^([0-9a-z]{4}-){3}[0-9a-z]{4}$/);
    expect(factors.of(ada.id)).toMatchObject({ totpSince: world.now, recoveryCodes: 10 });
    expect(factors.stepsOf(ada.id)).toEqual(["totp", "recovery"]);
    const kept = JSON.stringify([
      database.query.select().from(totp).all(),
      database.query.select().from(recoveryCodes).all(),
    ]);
    for (const text of [secret, ...(codes ?? [])]) expect(kept).not.toContain(text);
  });

  test("is not set up by what was made for somebody else, too long ago, or twice", () => {
    const { secret, setUp } = factors.beginTotp(ada);
    const bob = world.user("bob");
    const confirm = (user: UserRecord) => factors.confirmTotp(user, { setUp, code: codeOf(secret) });
    expect(() => confirm(bob)).toThrow(/Begin again/);
    world.now += 15 * minute;
    expect(() => confirm(ada)).toThrow(/longer than 15 minutes/);
    world.now -= 1;
    confirm(ada);
    expect(() => confirm(ada)).toThrow(/have an authenticator app already/);
    expect(() => factors.beginTotp(ada)).toThrow(/have an authenticator app already/);
  });

  test("has each code taken once, of two at once as well, and none of before", async () => {
    const { secret } = withApp();
    const code = codeOf(secret);
    const both = await Promise.all([factors.takeCode(ada, code, from), factors.takeCode(ada, code, from)]);
    expect(both.sort()).toEqual(["totp", null].sort());
    expect(await factors.takeCode(ada, codeOf(secret, -1), from)).toBeNull();
    expect(await factors.takeCode(ada, codeOf(secret, 1), from)).toBe("totp");
    expect(await factors.takeCode(ada, codeOf(secret, 2), from)).toBeNull();
  });

  test("has the code that turned it on taken no more", async () => {
    const { secret, setUp } = factors.beginTotp(ada);
    factors.confirmTotp(ada, { setUp, code: codeOf(secret) });
    expect(await factors.takeCode(ada, codeOf(secret), from)).toBeNull();
  });

  test("goes with its recovery codes", () => {
    withApp();
    factors.removeTotp(ada);
    expect(factors.of(ada.id)).toEqual({ totpSince: null, passkeys: [], recoveryCodes: 0 });
    expect(() => factors.renewRecoveryCodes(ada)).toThrow(/second factor/);
  });

  test.each(["reset", "setPassword"] as const)("goes with %s by an administrator", async (way) => {
    withApp();
    await people[way](ada.id, `${password} new`);
    expect(factors.of(ada.id)).toEqual({ totpSince: null, passkeys: [], recoveryCodes: 0 });
  });
});

describe("recovery codes", () => {
  test("work once each, however they are typed off, until new ones are made", async () => {
    const { codes } = withApp();
    const [first = "", second = "", third = ""] = codes;
    const take = (code: string) => factors.takeCode(ada, code, from);
    expect(await take(` ${first.toUpperCase().replaceAll("-", " ")} `)).toBe("recovery");
    expect(await take(first)).toBeNull();
    const both = await Promise.all([take(second), take(second)]);
    expect(both.filter((one) => one === "recovery")).toHaveLength(1);
    expect(factors.of(ada.id).recoveryCodes).toBe(8);
    const [fresh = ""] = factors.renewRecoveryCodes(ada);
    expect([await take(third), await take(fresh)]).toEqual([null, "recovery"]);
  });

  test("are their user's alone", async () => {
    const { codes } = withApp();
    const bob = world.user("bob");
    expect(await factors.takeCode(bob, codes[0] ?? "", from)).toBeNull();
  });
});

describe("a sign-in with an app", () => {
  test("has no session until the code, and is told nothing for a wrong password", async () => {
    const { secret } = withApp();
    await expect(access.signIn({ name: "ada", password: "wrong" }, from)).rejects.toMatchObject({
      userMessage: "The user name or the password is wrong.",
    });
    const pending = await firstStep();
    expect(access.sessionOf(pending)).toBeNull();
    expect(people.all().find(({ name }) => name === "ada")?.sessions).toBe(0);
    const { session, by } = await access.signInByCode({ pending, code: codeOf(secret) }, from);
    expect([session.user.name, by]).toEqual(["ada", "totp"]);
    expect(access.sessionOf(session.secret)?.user.name).toBe("ada");
    await expect(access.signInByCode({ pending, code: codeOf(secret) }, from)).rejects.toMatchObject({
      code: "unauthorised",
    });
  });

  test("goes without an app", async () => {
    expect((await begun(access.signIn({ name: "bob", password }, from))).user.name).toBe("bob");
  });

  test("has five minutes", async () => {
    const { secret } = withApp();
    const pending = await firstStep();
    world.now += 5 * minute;
    const late = access.signInByCode({ pending, code: codeOf(secret) }, from);
    await expect(late).rejects.toMatchObject({ code: "unauthorised" });
    await expect(access.signInByCode({ pending: "made up", code: "1" }, from)).rejects.toMatchObject({
      code: "unauthorised",
    });
  });

  test.each(["a new password", "being disabled"])("is begun anew after %s", async (what) => {
    const { secret } = withApp();
    const pending = await firstStep();
    if (what === "being disabled") people.disable(ada.id);
    else new Users(database).change(ada.id, { passwordHash: "hash of another" });
    await expect(access.signInByCode({ pending, code: codeOf(secret) }, from)).rejects.toMatchObject({
      userMessage: "Your account has been changed. Sign in again.",
    });
  });

  test("allows five wrong codes from one address, twenty in all, and shuts out no browser of theirs", async () => {
    const { secret } = withApp();
    const pending = await firstStep();
    const { browserMark } = (await access.signInByCode({ pending, code: codeOf(secret) }, from)).session;
    const codesOf = async (address: string, tries: number) => {
      const codes: string[] = [];
      for (let index = 0; index < tries; index += 1) {
        const trying = access.signInByCode({ pending, code: "wrong" }, { ...from, address });
        codes.push(await trying.catch(({ code }) => code));
      }
      return codes;
    };
    expect(new Set(await codesOf("10.0.1.1", 5))).toEqual(new Set(["unauthorised"]));
    expect(await codesOf("10.0.1.1", 1)).toEqual(["too-many-requests"]);
    // A right password begins nothing anew.
    await firstStep();
    expect(await codesOf("10.0.1.1", 1)).toEqual(["too-many-requests"]);
    for (const address of ["10.0.2.1", "10.0.3.1", "10.0.4.1"]) await codesOf(address, 5);
    expect(await codesOf("10.0.5.1", 1)).toEqual(["too-many-requests"]);
    const right = { pending, code: codeOf(secret, 1) };
    await expect(access.signInByCode(right, from)).rejects.toMatchObject({ code: "too-many-requests" });
    expect((await access.signInByCode(right, { ...from, browserMark })).by).toBe("totp");
  });
});
