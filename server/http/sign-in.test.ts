import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { cookieOf, goodPassword, startTestServer, type TestServer } from "./test-server.test-data";

let server: TestServer;
let first: string;

async function begin(part: Parameters<typeof startTestServer>[0] = {}) {
  server = await startTestServer(part);
  first = await server.makeAdministrator();
}

function signIn(part: { name?: string; password?: string } = {}, headers: Record<string, string> = {}) {
  return server.mutate("session.signIn", { name: "root", password: goodPassword, ...part }, headers);
}

async function userOf(cookie: string): Promise<unknown> {
  const { body } = await server.request("/api/trpc/session.state", { headers: { cookie } });
  return JSON.parse(body).result.data.user;
}

afterEach(() => server.stop());

describe("over TLS", () => {
  beforeEach(() => begin({ tls: { kind: "self-signed" } }));

  test("the cookie is bound to this host, hidden from scripts and from other sites", async () => {
    const { headers } = await signIn();
    const [value, ...attributes] = headers["set-cookie"]?.[0]?.split("; ") ?? [];
    expect(value).toMatch(/^__Host-passdeck=[\w-]{43}$/);
    expect(attributes.sort()).toEqual([
      "HttpOnly",
      expect.stringMatching(/^Max-Age=60(4800|479\d)$/),
      "Path=/",
      "SameSite=Strict",
      "Secure",
    ]);
  });

  test("a cookie by the name that is used without TLS is not looked at", async () => {
    expect(await userOf(first)).toEqual({ name: "root", level: "admin" });
    expect(await userOf(first.replace("__Host-", ""))).toBeNull();
  });
});

describe("without TLS", () => {
  beforeEach(() => begin());

  test("each sign-in has a session of its own; the one before it in the same browser ends", async () => {
    const second = cookieOf(await signIn({}, { cookie: first }));
    expect(second).not.toBe(first);
    expect(await userOf(second)).toEqual({ name: "root", level: "admin" });
    expect(await userOf(first)).toBeNull();
  });

  test("a cookie that an attacker planted is not taken over", async () => {
    const planted = `passdeck=${"A".repeat(43)}`;
    const mine = cookieOf(await signIn({}, { cookie: planted }));
    expect(mine).not.toBe(planted);
    expect(await userOf(planted)).toBeNull();
  });

  test("sign-out ends the session and has the browser forget it", async () => {
    const answer = await server.mutate("session.signOut", {}, { cookie: first });
    expect(answer.headers["set-cookie"]?.[0]).toMatch(/^passdeck=; .*Max-Age=0/);
    expect(await userOf(first)).toBeNull();
    expect((await server.request("/vms", { headers: { cookie: first } })).status).toBe(303);
  });

  test("a wrong name and a wrong password get the same answer", async () => {
    const [name, password] = [
      await signIn({ name: "nobody" }),
      await signIn({ password: "wrong horse battery" }),
    ];
    expect(name.status).toBe(401);
    expect(name.body).toBe(password.body);
    expect(name.headers["set-cookie"]).toBeUndefined();
  });

  test("after ten wrong passwords an account is closed for a while to who tries from there, right password or not", async () => {
    for (let attempt = 0; attempt < 10; attempt += 1) {
      expect((await signIn({ password: "wrong", name: attempt % 2 ? "ROOT" : "root" })).status).toBe(401);
    }
    const { status, body } = await signIn();
    expect(status).toBe(429);
    expect(JSON.parse(body).error.message).toMatch(/^Too many wrong tries to sign in\. Wait \d+ minutes/);
  });

  test("a browser that signed in before is not shut out by what others try, and is told nothing by its mark", async () => {
    const { headers } = await signIn();
    const mark = headers["set-cookie"]?.[1]?.split(";")[0] ?? "";
    expect(mark).toMatch(/^passdeck-browser=[\w-]{43}\.[\w-]{43}$/);
    expect(await userOf(mark)).toBeNull();
    for (let attempt = 0; attempt < 20; attempt += 1) await signIn({ password: "wrong" });
    expect((await signIn()).status).toBe(429);
    expect((await signIn({}, { cookie: mark })).status).toBe(200);
  });

  test("after twenty wrong tries an address is shut out, whichever accounts it tried", async () => {
    const attempts = Array.from({ length: 20 }, (_, index) => signIn({ name: `user-${index}` }));
    for (const { status } of await Promise.all(attempts)) expect(status).toBe(401);
    expect((await signIn()).status).toBe(429);
  });

  test("X-Forwarded-For from who is no trusted proxy does not help", async () => {
    for (let attempt = 0; attempt < 20; attempt += 1) {
      await signIn({ name: `user-${attempt}` }, { "x-forwarded-for": `10.0.0.${attempt}` });
    }
    expect((await signIn({}, { "x-forwarded-for": "10.9.9.9" })).status).toBe(429);
  });
});

describe("behind a trusted proxy", () => {
  beforeEach(() => begin({ trustedProxies: ["127.0.0.0/8"] }));

  test("the limits count the addresses that it tells of", async () => {
    for (let attempt = 0; attempt < 20; attempt += 1) {
      await signIn({ name: `user-${attempt}` }, { "x-forwarded-for": `1.2.3.4, 2001:db8:0:1::${attempt}` });
    }
    expect((await signIn({}, { "x-forwarded-for": "2001:db8:0:1:ffff::1" })).status).toBe(429);
    expect((await signIn({}, { "x-forwarded-for": "2001:db8:0:2::1" })).status).toBe(200);
  });

  test("TLS at the proxy counts as TLS", async () => {
    const origin = server.origin.replace("http:", "https:");
    const answer = await signIn({}, { origin, "x-forwarded-proto": "https" });
    expect(answer.headers["set-cookie"]?.[0]).toMatch(/^__Host-passdeck=.*; Secure/);
    expect((await signIn({}, { "x-forwarded-proto": "https" })).status).toBe(403);
  });
});
