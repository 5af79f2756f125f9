import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Access } from "../access";
import type { People } from "../people";
import type { UserRecord } from "../users";
import { FactorsWorld, from, minute, password } from "./factors-world.test-data";
import { pageAddressOf } from "./page-address";
import type { SecondFactors } from "./second-factors";
import { SoftAuthenticator } from "./soft-authenticator.test-data";

const page = pageAddressOf("https://passdeck.lan:8006");

let world: FactorsWorld;
let factors: SecondFactors;
let access: Access;
let people: People;
let ada: UserRecord;
let bob: UserRecord;
let key: SoftAuthenticator;

beforeEach(async () => {
  world = await FactorsWorld.make();
  ({ factors, access, people } = world);
  ada = world.user("ada");
  bob = world.user("bob");
  key = new SoftAuthenticator();
});

afterEach(() => world.remove());

/** Adds the authenticator's passkey; what is answered. */
function add(user = ada, made = key.make(factors.passkeys.requestNew(user, page), page)) {
  return factors.addPasskey(user, { name: "key", passkey: made }, page);
}

function signIn(passkey = key.show(access.passkeyRequest(null, page), page)) {
  return access.signInByPasskey({ pending: null, passkey }, from, page);
}

async function firstStep(name: string): Promise<string> {
  const answer = await access.signIn({ name, password }, from);
  if (!("pending" in answer)) throw new Error("no second step");
  return answer.pending;
}

test.each(["https://10.0.0.1:8006", "https://[fd00::1]:8006", "https://", "", null])(
  "there are no passkeys at %s",
  (origin) => {
    expect(() => pageAddressOf(origin)).toThrow(/only at a host name/);
  },
);

test("passkeys are bound to the host name, whatever the port", () => {
  expect(page).toEqual({ origin: "https://passdeck.lan:8006", rpId: "passdeck.lan" });
  expect(pageAddressOf("https://localhost:1").rpId).toBe("localhost");
});

describe("a new passkey", () => {
  test("comes with recovery codes, is listed, is asked for after the password, and goes with its codes", async () => {
    expect(await add()).toHaveLength(10);
    expect(factors.of(ada.id).passkeys).toMatchObject([{ name: "key", hostName: "passdeck.lan" }]);
    expect(factors.stepsOf(ada.id)).toEqual(["passkey", "recovery"]);
    expect(factors.passkeys.requestNew(ada, page).known).toHaveLength(1);
    const other = new SoftAuthenticator();
    expect(await add(ada, other.make(factors.passkeys.requestNew(ada, page), page))).toBeNull();
    for (const { id } of factors.of(ada.id).passkeys) factors.removePasskey(ada, id);
    expect(factors.of(ada.id)).toMatchObject({ passkeys: [], recoveryCodes: 0 });
    expect(() => factors.removePasskey(ada, "none")).toThrow(/removed already/);
  });

  test.each([
    ["from another page", { origin: "https://evil.example:8006" }],
    ["from another port", { origin: "https://passdeck.lan:9000" }],
    ["for another host", { rpId: "evil.example" }],
    ["that was not unlocked", { isVerified: false }],
  ])("%s is refused", async (_what, odd) => {
    const made = key.make(factors.passkeys.requestNew(ada, page), page, odd);
    await expect(add(ada, made)).rejects.toMatchObject({ code: "bad-input" });
    expect(factors.of(ada.id).passkeys).toEqual([]);
  });

  test("for somebody else's request, too late, or twice is refused", async () => {
    const made = key.make(factors.passkeys.requestNew(ada, page), page);
    await expect(add(bob, made)).rejects.toMatchObject({ code: "bad-input" });
    world.now += 5 * minute;
    await expect(add(ada, made)).rejects.toMatchObject({ code: "bad-input" });
    world.now -= 1;
    await add(ada, made);
    await expect(add(ada, made)).rejects.toMatchObject({ code: "bad-input" });
    const again = key.make(factors.passkeys.requestNew(bob, page), page);
    await expect(add(bob, again)).rejects.toMatchObject({ code: "conflict" });
  });
});

describe("a sign-in by passkey alone", () => {
  test("tells who it is, each signature once", async () => {
    await add();
    const request = access.passkeyRequest(null, page);
    expect(request.known).toEqual([]);
    const shown = key.show(request, page, { userHandle: Buffer.from(ada.id).toString("base64url") });
    expect((await signIn(shown)).user.name).toBe("ada");
    expect(factors.of(ada.id).passkeys[0]?.lastUsedAt).toBe(world.now);
    await expect(signIn(shown)).rejects.toMatchObject({ code: "unauthorised" });
    const both = key.show(access.passkeyRequest(null, page), page);
    const answers = await Promise.allSettled([signIn(both), signIn(both)]);
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  test.each([
    ["from another page", { origin: "https://evil.example:8006" }],
    ["for another host", { rpId: "evil.example" }],
    ["that was not unlocked", { isVerified: false }],
    ["of another user", { userHandle: Buffer.from("somebody").toString("base64url") }],
  ])("%s is refused", async (_what, odd) => {
    await add();
    const shown = key.show(access.passkeyRequest(null, page), page, odd);
    await expect(signIn(shown)).rejects.toMatchObject({ code: "unauthorised" });
  });

  test("has five minutes, needs a passkey that is known, and a user who is not disabled", async () => {
    await expect(signIn()).rejects.toMatchObject({ code: "unauthorised" });
    await add();
    const shown = key.show(access.passkeyRequest(null, page), page);
    world.now += 5 * minute;
    await expect(signIn(shown)).rejects.toMatchObject({ code: "unauthorised" });
    people.disable(ada.id);
    await expect(signIn()).rejects.toMatchObject({ code: "unauthorised" });
  });

  test("refuses a counter that does not grow: there may be a copy of the passkey", async () => {
    await add();
    for (const [counter, isTaken] of [
      [5, true],
      [5, false],
      [4, false],
      [0, false],
      [6, true],
    ] as const) {
      key.counter = counter;
      const trying = signIn().then(
        () => true,
        () => false,
      );
      expect([counter, await trying]).toEqual([counter, isTaken]);
    }
  });

  test("is gone after a reset by an administrator", async () => {
    await add();
    await people.setPassword(ada.id, `${password} new`);
    await expect(signIn()).rejects.toMatchObject({ code: "unauthorised" });
  });
});

describe("a passkey as the second step", () => {
  test("is one of the user's own, for what was asked", async () => {
    await add();
    const theirs = new SoftAuthenticator();
    await add(bob, theirs.make(factors.passkeys.requestNew(bob, page), page));
    const pending = await firstStep("ada");
    const step = (passkey: ReturnType<SoftAuthenticator["show"]>) =>
      access.signInByPasskey({ pending, passkey }, from, page);
    const request = access.passkeyRequest(pending, page);
    expect(request.known).toMatchObject([{ transports: ["internal"] }]);
    await expect(step(theirs.show(request, page))).rejects.toMatchObject({ code: "unauthorised" });
    const alone = key.show(access.passkeyRequest(null, page), page);
    await expect(step(alone)).rejects.toMatchObject({ code: "unauthorised" });
    expect((await step(key.show(request, page))).user.name).toBe("ada");
  });

  test("is not asked for at another name", async () => {
    await add();
    const pending = await firstStep("ada");
    expect(() => access.passkeyRequest(pending, pageAddressOf("https://localhost:8006"))).toThrow(
      /None of your passkeys is for localhost/,
    );
  });
});
