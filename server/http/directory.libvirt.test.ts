import { readFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { Secret, TOTP } from "otpauth";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { DirectoryOptions } from "../access/single-sign-on/directory-options";
import { base, reader, readerPassword, Slapd } from "../access/single-sign-on/slapd.test-data";
import { passdeck } from "../cli/passdeck.test-data";
import {
  type Answer,
  cookieOf,
  goodPassword,
  startTestServer,
  type TestServer,
} from "./test-server.test-data";

const password = "of the directory";
const minute = 60_000;
const roles = { admin: ["deck admins"], operator: [], viewer: ["staff"], member: [] };

let slapd: Slapd;
let server: TestServer;
let root: string;
let now: number;

beforeAll(async () => {
  slapd = await Slapd.start();
  await slapd.addPerson({ name: "ada", password });
  await slapd.addPerson({ name: "eve", password });
  await slapd.addPerson({ name: "root", password });
  await slapd.addPerson({ name: "nobody", password: "" });
  // Two entries that one filter finds.
  await slapd.addPerson({ name: "twin-1", password, commonName: "twin" });
  await slapd.addPerson({ name: "twin-2", password, commonName: "twin" });
});

afterAll(() => slapd.stop());

async function start(part: Partial<DirectoryOptions> = {}): Promise<void> {
  const ldap = {
    url: `ldap://127.0.0.1:${slapd.port}`,
    startTls: false,
    ca: null,
    account: { dn: reader, password: readerPassword },
    base,
    userFilter: "(&(objectClass=person)(uid={name}))",
    nameAttribute: "uid",
    idAttribute: "entryUUID",
    groupFilter: null,
    groupBase: base,
    label: "Example's directory",
    ...part,
  };
  await server?.stop();
  server = await startTestServer(
    { signIn: { openId: null, ldap, roles }, reauthenticationMinutes: 10 },
    undefined,
    undefined,
    () => now,
  );
  root = await server.makeAdministrator();
}

beforeEach(async () => {
  now = Date.now();
  await slapd.setGroup("deck admins", ["ada"]);
  await slapd.setGroup("staff", ["ada", "root", "nobody", "twin-1", "twin-2"]);
  await start();
});

afterEach(() => server.stop());

const signIn = (name: string, typed = password) => server.mutate("session.signIn", { name, password: typed });

function problemOf({ status, body }: Answer): [number, string] {
  return [status, JSON.parse(body).error?.message ?? ""];
}

const wrong = [401, "The user name or the password is wrong."];

async function userOf(answer: Answer): Promise<unknown> {
  expect([answer.status, answer.body]).toEqual([200, expect.anything()]);
  const { body } = await server.request("/api/trpc/session.state", { headers: { cookie: cookieOf(answer) } });
  return JSON.parse(body).result.data.user;
}

function idOf(name: string): string {
  const database = new Database(join(server.dataFolder, "passdeck.db"));
  const id = database.prepare("select id from users where name = ?").pluck().get(name);
  database.close();
  return id as string;
}

describe.each([
  ["memberOf", {}],
  ["a search of groups", { groupFilter: "(&(objectClass=groupOfNames)(member={dn}))" }],
] as const)("by %s", (_how, part) => {
  test("a user of the directory signs in with the role of their groups, and loses it with them", async () => {
    await start(part);
    expect(await userOf(await signIn("ADA"))).toEqual({ name: "ada", level: "admin" });
    await slapd.setGroup("deck admins", []);
    expect(await userOf(await signIn("ada"))).toEqual({ name: "ada", level: "viewer" });
    await slapd.setGroup("staff", ["root"]);
    expect(problemOf(await signIn("ada"))).toEqual([
      401,
      expect.stringContaining("None of your groups has a role"),
    ]);
  });
});

describe("nobody comes in", () => {
  test.each([
    ["ada", "wrong"],
    ["ada", ""],
    ["nobody", ""],
    ["nobody", "any"],
    ["*", password],
    ["ad*", password],
    ["ada)(objectClass=*", password],
    ["eve)(|(uid=ada", password],
    ["", ""],
    ["missing", password],
  ])("as %j with %j", async (name, typed) => {
    expect(problemOf(await signIn(name, typed))).toEqual(wrong);
  });

  test("who is two entries", async () => {
    await start({ userFilter: "(cn={name})" });
    expect(problemOf(await signIn("twin"))).toEqual(wrong);
    expect(await userOf(await signIn("ada"))).toMatchObject({ name: "ada" });
  });

  test("by the directory's password of a name that has a password here", async () => {
    expect(problemOf(await signIn("root"))).toEqual(wrong);
    expect(await userOf(await signIn("root", goodPassword))).toEqual({ name: "root", level: "admin" });
  });

  test("who has no role, is disabled, or tried too often", async () => {
    expect(problemOf(await signIn("eve"))).toEqual([401, expect.stringContaining("has a role")]);
    await signIn("ada");
    const disable = await server.mutate("people.disable", { userId: idOf("ada") }, { cookie: root });
    expect(disable.status).toBe(200);
    expect(problemOf(await signIn("ada"))).toEqual([401, expect.stringContaining("is disabled")]);
    for (let tries = 0; tries < 10; tries += 1) await signIn("missing", "wrong");
    expect((await signIn("missing", "wrong")).status).toBe(429);
  });

  test("as an invited user of the name, until the two are linked", async () => {
    await server.mutate("people.invite", { name: "ada", role: "viewer" }, { cookie: root });
    const [, problem] = problemOf(await signIn("ada"));
    const [, subject = ""] = /passdeck user link ada ([\w-]{36}) --ldap/.exec(problem) ?? [];
    const { status, stderr } = passdeck(["user", "link", "ada", subject, "--ldap"], "", {
      PASSDECK_DATA: server.dataFolder,
      PASSDECK_LDAP_URL: "ldaps://ldap.example.org",
      PASSDECK_LDAP_BASE: base,
      PASSDECK_ROLE_VIEWER: "*",
    });
    expect([status, stderr]).toEqual([0, ""]);
    expect(await userOf(await signIn("ada"))).toEqual({ name: "ada", level: "admin" });
  });
});

describe("who is signed in", () => {
  test("confirms what is dangerous by the directory's password, and has none here to change", async () => {
    const cookie = cookieOf(await signIn("ada"));
    now += 10 * minute;
    const confirm = (typed: string) =>
      server.mutate("account.confirmIdentity", { by: "password", password: typed }, { cookie });
    const invite = () => server.mutate("people.invite", { name: "bob", role: "viewer" }, { cookie });
    expect((await invite()).status).toBe(403);
    expect((await confirm("wrong")).status).toBe(400);
    expect((await confirm("")).status).toBe(400);
    expect((await confirm(password)).status).toBe(200);
    expect((await invite()).status).toBe(200);
    const change = { present: password, password: "quite another long password" };
    expect((await server.mutate("account.changePassword", change, { cookie })).status).toBe(409);
    const factors = await server.request("/api/trpc/account.factors", { headers: { cookie } });
    expect(JSON.parse(factors.body).result.data.provider).toEqual({
      name: "Example's directory",
      asks: "here",
    });
  });

  test("may have an authenticator app here, which is asked for after the directory's password", async () => {
    const cookie = cookieOf(await signIn("ada"));
    const begun = await server.mutate("account.beginTotp", { password }, { cookie });
    const { secret, setUp } = JSON.parse(begun.body).result.data;
    const app = new TOTP({ secret: Secret.fromBase32(secret) });
    const codeAt = (steps: number) => app.generate({ timestamp: now + steps * 30_000 });
    expect((await server.mutate("account.confirmTotp", { setUp, code: codeAt(0) }, { cookie })).status).toBe(
      200,
    );
    const { pending } = JSON.parse((await signIn("ada")).body).result.data;
    const second = await server.mutate("session.signInByCode", { pending, code: codeAt(1) });
    expect(await userOf(second)).toEqual({ name: "ada", level: "admin" });
    expect(second.headers["set-cookie"]?.[0]).toMatch(/Max-Age=86\d{3}$/);
  });
});

describe("TLS", () => {
  const secure = () => `ldaps://localhost:${slapd.securePort}`;
  const upgraded = () => ({ url: `ldap://localhost:${slapd.port}`, startTls: true });
  const ca = () => readFileSync(slapd.caFile, "utf8");
  const unreached = [504, expect.stringContaining("can’t be reached")];

  test("by ldaps and by StartTLS, of a certificate that is known", async () => {
    await start({ url: secure(), ca: ca() });
    expect(await userOf(await signIn("ada"))).toMatchObject({ name: "ada" });
    await start({ ...upgraded(), ca: ca() });
    expect(await userOf(await signIn("ada"))).toMatchObject({ name: "ada" });
  });

  test("nothing is said where the certificate is unknown or another host's", async () => {
    for (const part of [
      { url: secure() },
      upgraded(),
      { url: secure().replace("localhost", "127.0.0.1"), ca: ca() },
      { ...upgraded(), url: upgraded().url.replace("localhost", "127.0.0.1"), ca: ca() },
    ]) {
      await start(part);
      expect(problemOf(await signIn("ada"))).toEqual(unreached);
    }
  });
});

describe("a directory that can't be used", () => {
  test("costs users of this Passdeck nothing, and others a while", async () => {
    const silent = await Slapd.start();
    await start({ url: `ldap://127.0.0.1:${silent.port}` });
    silent.freeze();
    const before = performance.now();
    expect(problemOf(await signIn("ada"))[0]).toBe(504);
    expect(performance.now() - before).toBeLessThan(20_000);
    expect(await userOf(await signIn("root", goodPassword))).toMatchObject({ name: "root" });
    await silent.stop();
    expect(problemOf(await signIn("ada"))).toEqual([504, expect.stringContaining("can’t be reached")]);
  });

  test("is told of where its account for searching is wrong; the password is in no log", async () => {
    await start({ account: { dn: reader, password: "wrong" } });
    expect(problemOf(await signIn("ada"))).toEqual([
      502,
      expect.stringContaining("refused what Passdeck asked"),
    ]);
    expect(server.logged()).toContain("Example's directory");
    expect(server.logged()).not.toContain(password);
  });
});
