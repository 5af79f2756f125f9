import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { freePort } from "@/e2e/free-port";
import { OpenIdRig } from "../access/single-sign-on/openid-rig.test-data";
import type { ProviderRequest } from "../access/single-sign-on/provider-request.schema";
import { passdeck } from "../cli/passdeck.test-data";
import {
  type Answer,
  cookieOf,
  goodPassword,
  startTestServer,
  type TestServer,
} from "./test-server.test-data";

const minute = 60_000;
const roles = { admin: ["passdeck-admins"], operator: ["@ops.example"], viewer: ["Night Shift"], member: [] };

let server: TestServer;
let rig: OpenIdRig;
let root: string;
let now: number;

beforeEach(async () => {
  now = Date.now();
  const port = await freePort();
  rig = await OpenIdRig.start(`http://127.0.0.1:${port}`);
  const signIn = { openId: rig.options, ldap: null, roles };
  server = await startTestServer(
    { port, signIn, reauthenticationMinutes: 10 },
    undefined,
    undefined,
    () => now,
  );
  root = await server.makeAdministrator();
  rig.accounts.set("s1", { preferred_username: "ada", groups: ["passdeck-admins", "team"] });
});

afterEach(async () => {
  await server.stop();
  await rig.stop();
});

function dataOf<Data>({ status, body }: Answer): Data {
  expect([status, body]).toEqual([200, expect.anything()]);
  return JSON.parse(body).result.data;
}

function refusalOf({ status, body }: Answer): [number, string] {
  return [status, JSON.parse(body).error?.message ?? ""];
}

async function request(next = "/"): Promise<ProviderRequest> {
  return dataOf(await server.mutate("session.providerRequest", { next }));
}

const finish = (note: string, query: string, cookie = "") =>
  server.mutate("session.signInByProvider", { note, query }, { cookie });

/** The whole way of a browser. */
async function signIn(login: string, next = "/", cookies = new Map<string, string>()): Promise<Answer> {
  const { address, note } = await request(next);
  return finish(note, await rig.visit(address, login, cookies));
}

async function userOf(cookie: string): Promise<{ name: string; level: string } | null> {
  return dataOf<{ user: never }>(await server.request("/api/trpc/session.state", { headers: { cookie } }))
    .user;
}

async function asRoot<Data>(path: string, input: unknown = {}): Promise<Data> {
  return dataOf(await server.mutate(path, input, { cookie: root }));
}

async function auditText(): Promise<string> {
  const { body } = await server.request("/api/audit?format=json", { headers: { cookie: root } });
  return body;
}

function inDatabase<Result>(work: (database: Database.Database) => Result): Result {
  const database = new Database(join(server.dataFolder, "passdeck.db"));
  try {
    return work(database);
  } finally {
    database.close();
  }
}

const idOf = (name: string) =>
  inDatabase((database) =>
    database.prepare("select id from users where name = ?").pluck().get(name),
  ) as string;

describe("a sign-in", () => {
  test("makes the user with the role of their group, keeps it in step, and knows them by their subject alone", async () => {
    const answer = await signIn("s1", "/vms?sort=name");
    expect(dataOf(answer)).toMatchObject({ next: "/vms?sort=name" });
    expect(answer.headers["set-cookie"]?.[0]).toMatch(
      /^passdeck=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Max-Age=86\d{3}$/,
    );
    const first = cookieOf(answer);
    expect(await userOf(first)).toEqual({ name: "ada", level: "admin" });
    rig.accounts.set("s1", { preferred_username: "renamed", groups: ["night shift"] });
    expect(await userOf(cookieOf(await signIn("s1")))).toEqual({ name: "ada", level: "viewer" });
    expect((await userOf(first))?.level).toBe("viewer");
    expect(await auditText()).toContain('"act":"session.signInByProvider"');
  });

  test("has the user be in the groups that the provider names, and in no others", async () => {
    await signIn("s1");
    const ada = idOf("ada");
    await asRoot("group.create", { name: "Team", userIds: [] });
    await asRoot("group.create", { name: "other", userIds: [ada] });
    await signIn("s1");
    const groups = inDatabase((database) =>
      database
        .prepare("select name from groups join group_members on group_id = id where user_id = ?")
        .pluck()
        .all(ada),
    );
    expect(groups).toEqual(["Team"]);
  });

  test("by the domain of a verified address makes a user where the provider has no groups, and leaves groups as they are", async () => {
    rig.accounts.set("g1", { email: "bob@ops.example", email_verified: true });
    expect(await userOf(cookieOf(await signIn("g1")))).toEqual({
      name: "bob@ops.example",
      level: "operator",
    });
    await asRoot("group.create", { name: "other", userIds: [idOf("bob@ops.example")] });
    await signIn("g1");
    expect(
      inDatabase((database) => database.prepare("select count(*) from group_members").pluck().get()),
    ).toBe(1);
    rig.accounts.set("g2", { email: "eve@ops.example", email_verified: false });
    expect(refusalOf(await signIn("g2"))).toEqual([
      401,
      expect.stringContaining("None of your groups has a role"),
    ]);
  });

  test("leads to nothing but a page of this site", async () => {
    for (const next of ["//evil.example", "https://evil.example/", "/\\evil.example", "javascript:alert(1)"])
      expect(dataOf(await signIn("s1", next))).toMatchObject({ next: "/" });
  });
});

describe("nobody comes in", () => {
  test("whose groups have no role; and who had one loses it, with what was open by it", async () => {
    rig.accounts.set("s2", { preferred_username: "eve", groups: ["guests"] });
    expect(refusalOf(await signIn("s2"))).toEqual([
      401,
      expect.stringContaining("None of your groups has a role"),
    ]);
    expect(idOf("eve")).toBeUndefined();
    const cookie = cookieOf(await signIn("s1"));
    rig.accounts.set("s1", { preferred_username: "ada", groups: [] });
    expect(refusalOf(await signIn("s1"))[0]).toBe(401);
    expect(await userOf(cookie)).toBeNull();
    expect(
      inDatabase((database) => database.prepare("select level from users where name = 'ada'").pluck().get()),
    ).toBe("member");
  });

  test("who has the name of a user here, until an administrator links the two; the password ends with that", async () => {
    rig.accounts.set("s3", { preferred_username: "ROOT", groups: ["passdeck-admins"] });
    const [status, message] = refusalOf(await signIn("s3"));
    expect(status).toBe(401);
    expect(message).toContain("passdeck user link ROOT s3");
    await asRoot("people.invite", { name: "ada", role: "viewer" });
    expect(refusalOf(await signIn("s1"))[1]).toContain("passdeck user link ada s1");
    const link = passdeck(["user", "link", "ada", "s1"], "", {
      PASSDECK_DATA: server.dataFolder,
      PASSDECK_OIDC_ISSUER: rig.options.issuer,
      PASSDECK_OIDC_CLIENT_ID: "passdeck",
      PASSDECK_PUBLIC_URL: rig.options.publicUrl,
      PASSDECK_ROLE_ADMIN: "passdeck-admins",
    });
    expect([link.status, link.stderr]).toEqual([0, ""]);
    expect(await userOf(cookieOf(await signIn("s1")))).toEqual({ name: "ada", level: "admin" });
  });

  test("who is disabled, or before there is an administrator", async () => {
    const cookie = cookieOf(await signIn("s1"));
    await asRoot("people.disable", { userId: idOf("ada") });
    expect(await userOf(cookie)).toBeNull();
    expect(refusalOf(await signIn("s1"))).toEqual([401, expect.stringContaining("is disabled")]);
    expect(await auditText()).toContain("is disabled. Ask an administrator.");
    const fresh = await startTestServer({ signIn: { openId: rig.options, ldap: null, roles } });
    const answer = await fresh.mutate("session.providerRequest", { next: "/" });
    expect(refusalOf(answer)).toEqual([409, expect.stringContaining("first administrator")]);
    await fresh.stop();
  });

  test("with another state, another sign-in's code, or a code or a note that was used", async () => {
    const [mine, other] = [await request(), await request()];
    const query = await rig.visit(mine.address, "s1");
    const misfit = [401, expect.stringContaining("does not fit this sign-in")];
    expect(refusalOf(await finish(other.note, query))).toEqual(misfit);
    // With the right state the code is still one of another verifier and nonce.
    const third = await request();
    const forged = new URLSearchParams(query);
    forged.set("state", third.state);
    expect(refusalOf(await finish(third.note, `?${forged}`))).toEqual([
      401,
      expect.stringContaining("did not confirm this sign-in"),
    ]);
    const fourth = await request();
    const good = await rig.visit(fourth.address, "s1");
    expect((await finish(fourth.note, good)).status).toBe(200);
    expect(refusalOf(await finish(fourth.note, good))).toEqual([
      401,
      expect.stringContaining("was used already"),
    ]);
    const fifth = await request();
    const again = new URLSearchParams(good);
    again.set("state", fifth.state);
    expect(refusalOf(await finish(fifth.note, `?${again}`))[0]).toBe(401);
  });

  test("with a nonce of another sign-in", async () => {
    const { address, note } = await request();
    const changed = new URL(address);
    changed.searchParams.set("nonce", "of somebody else");
    expect(refusalOf(await finish(note, await rig.visit(changed.href, "s1")))).toEqual([
      401,
      expect.stringContaining("does not fit this sign-in"),
    ]);
  });

  test("ten minutes later, with a note that is none, or from a page of another address", async () => {
    const { address, note } = await request();
    const query = await rig.visit(address, "s1");
    now += 10 * minute;
    expect(refusalOf(await finish(note, query))).toEqual([401, expect.stringContaining("took longer")]);
    expect(refusalOf(await finish("none", query))[0]).toBe(401);
    const elsewhere = `localhost:${server.port}`;
    const answer = await server.mutate(
      "session.providerRequest",
      { next: "/" },
      { host: elsewhere, origin: `http://${elsewhere}` },
    );
    expect(refusalOf(answer)).toEqual([422, expect.stringContaining(`Open Passdeck there`)]);
  });

  test("whom the provider sends back with an error; its words are not passed on", async () => {
    const { state, note } = await request();
    const query = new URLSearchParams({
      error: "access_denied",
      error_description: "<b>evil</b>",
      state,
      iss: rig.options.issuer,
    });
    const answer = await finish(note, `?${query}`);
    expect(refusalOf(answer)).toEqual([
      401,
      "Test Provider did not let you in. Try again, or ask who administers it.",
    ]);
    expect(answer.body).not.toContain("evil");
  });
});

describe("a provider that is down", () => {
  test("costs nobody but who asks for it, and no page asks", async () => {
    await rig.stop();
    expect((await server.request("/sign-in")).body).toContain('"x-provider":"Test%20Provider"');
    expect((await server.mutate("session.signIn", { name: "root", password: goodPassword })).status).toBe(
      200,
    );
    const answer = await server.mutate("session.providerRequest", { next: "/" });
    expect(refusalOf(answer)).toEqual([504, expect.stringContaining("Test Provider does not answer")]);
  });

  test("is asked again by the next one", async () => {
    const { issuer } = rig.options;
    await rig.stop();
    expect((await server.mutate("session.providerRequest", { next: "/" })).status).toBe(504);
    rig = await OpenIdRig.start(rig.options.publicUrl, Number(new URL(issuer).port));
    rig.accounts.set("s1", { preferred_username: "ada", groups: ["passdeck-admins"] });
    expect((await signIn("s1")).status).toBe(200);
  });
});

describe("who is signed in", () => {
  test("has no password here to change or to confirm by", async () => {
    const cookie = cookieOf(await signIn("s1"));
    const factors = await server.request("/api/trpc/account.factors", { headers: { cookie } });
    expect(dataOf(factors)).toMatchObject({ provider: { name: "Test Provider", asks: "in a window" } });
    const given = { present: "", password: "quite another long password" };
    expect(refusalOf(await server.mutate("account.changePassword", given, { cookie }))).toEqual([
      409,
      expect.stringContaining("have no password of this Passdeck"),
    ]);
    expect((await server.mutate("session.signIn", { name: "ada", password: "" })).status).toBe(401);
  });

  test("is signed out of the provider as well", async () => {
    const cookie = cookieOf(await signIn("s1"));
    const { providerAddress } = dataOf<{ providerAddress: string }>(
      await server.mutate("session.signOut", undefined, { cookie }),
    );
    expect(await userOf(cookie)).toBeNull();
    const { origin, searchParams } = new URL(providerAddress);
    expect([origin, searchParams.get("post_logout_redirect_uri")]).toEqual([
      rig.options.issuer,
      `${server.origin}/sign-in`,
    ]);
    expect((await fetch(providerAddress)).status).toBe(200);
    expect(dataOf(await server.mutate("session.signOut", undefined, { cookie: root }))).toEqual({
      providerAddress: null,
    });
  });

  test("confirms what is dangerous by showing the provider again who they are, and by nothing less", async () => {
    const cookies = new Map<string, string>();
    // The provider's clock is the real one.
    now -= 5 * minute;
    const cookie = cookieOf(await signIn("s1", "/", cookies));
    const invite = (name: string) => server.mutate("people.invite", { name, role: "viewer" }, { cookie });
    const confirm = (note: string, query: string) =>
      server.mutate("account.confirmIdentity", { by: "provider", note, query }, { cookie });
    const ask = async () =>
      dataOf<ProviderRequest>(await server.mutate("account.providerRequest", {}, { cookie }));
    expect((await invite("bob")).status).toBe(403);
    now += 5 * minute;

    rig.accounts.set("s9", { preferred_username: "eve", groups: ["passdeck-admins"] });
    const asEve = await ask();
    expect(refusalOf(await confirm(asEve.note, await rig.visit(asEve.address, "s9")))).toEqual([
      400,
      expect.stringContaining("as somebody else"),
    ]);
    // A provider that heeds neither: it signed them in before.
    const lazy = await ask();
    const address = new URL(lazy.address);
    for (const name of ["prompt", "max_age"]) address.searchParams.delete(name);
    expect(refusalOf(await confirm(lazy.note, await rig.visit(address.href, "s1", cookies)))).toEqual([
      400,
      expect.stringContaining("did not ask you again"),
    ]);
    // What begins a sign-in confirms nothing.
    const signing = await request();
    expect((await confirm(signing.note, await rig.visit(signing.address, "s1", cookies))).status).toBe(401);
    expect((await invite("bob")).status).toBe(403);

    const { address: fresh, note } = await ask();
    const query = await rig.visit(fresh, "s1", cookies);
    expect((await finish(note, query)).status).toBe(401);
    const once = await ask();
    expect((await confirm(once.note, await rig.visit(once.address, "s1", cookies))).status).toBe(200);
    expect((await invite("bob")).status).toBe(200);
    expect((await server.mutate("account.providerRequest", {}, { cookie: root })).status).toBe(409);
  });

  test("gets a password by a reset, and is none of the provider's then", async () => {
    await signIn("s1");
    const { token } = await asRoot<{ token: string }>("people.reset", { userId: idOf("ada") });
    expect((await server.mutate("session.join", { token, password: `${goodPassword} new` })).status).toBe(
      200,
    );
    expect(refusalOf(await signIn("s1"))[1]).toContain("passdeck user link ada s1");
  });
});

test("strangers can't have the server ask its provider without end", async () => {
  const statuses = new Set<number>();
  for (let tries = 0; tries < 61; tries += 1)
    statuses.add((await server.mutate("session.signInByProvider", { note: "none", query: "" })).status);
  expect([...statuses]).toEqual([401, 429]);
  expect((await server.mutate("session.signIn", { name: "root", password: goodPassword })).status).toBe(200);
});
