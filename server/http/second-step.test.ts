import { Secret, TOTP } from "otpauth";
import { afterEach, beforeEach, expect, test } from "vitest";
import { cookieOf, goodPassword, startTestServer, type TestServer } from "./test-server.test-data";

let server: TestServer;
let cookie: string;

beforeEach(async () => {
  server = await startTestServer();
  cookie = await server.makeAdministrator();
});

afterEach(() => server.stop());

interface Parsed {
  status: number;
  data: Record<string, string> & { recoveryCodes?: string[]; steps?: string[] };
  message?: string;
}

async function call(path: string, input: unknown, headers: Record<string, string> = {}): Promise<Parsed> {
  const { status, body } = await server.mutate(path, input, headers);
  const { result, error } = JSON.parse(body);
  return { status, data: result?.data, message: error?.message };
}

/** An app's code; steps differ so that none is used twice. */
function codeOf(secret: string, steps: number): string {
  const app = new TOTP({ secret: Secret.fromBase32(secret) });
  return app.generate({ timestamp: Date.now() + steps * 30_000 });
}

/** Root’s app, turned on by the code of now: that of the next step is as good, and not used yet. */
async function setUp(): Promise<{ secret: string; codes: string[] }> {
  const begun = await call("account.beginTotp", { password: goodPassword }, { cookie });
  const { secret = "", setUp } = begun.data;
  const input = { setUp, code: codeOf(secret, 0) };
  const { data } = await call("account.confirmTotp", input, { cookie });
  return { secret, codes: data.recoveryCodes ?? [] };
}

const signIn = () => server.mutate("session.signIn", { name: "root", password: goodPassword });

test("a right password gives no cookie and no proof until the second step is taken", async () => {
  const { secret, codes } = await setUp();
  const first = await signIn();
  expect(first.status).toBe(200);
  expect(first.headers["set-cookie"]).toBeUndefined();
  const { pending, ...rest } = JSON.parse(first.body).result.data;
  expect(rest).toEqual({ steps: ["totp", "recovery"] });
  for (const value of [pending, `${pending}`.slice(0, 43)]) {
    const { body } = await server.request("/api/trpc/session.state", {
      headers: { cookie: `passdeck=${value}` },
    });
    expect(JSON.parse(body).result.data.user).toBeNull();
  }

  const wrong = await server.mutate("session.signInByCode", { pending, code: "000 000" });
  expect([wrong.status, wrong.headers["set-cookie"]]).toEqual([401, undefined]);
  const right = await server.mutate("session.signInByCode", { pending, code: codeOf(secret, 1) });
  const session = cookieOf(right);
  expect(session).toMatch(/^passdeck=/);
  const sessions = await server.request("/api/trpc/account.sessions", { headers: { cookie: session } });
  expect(JSON.parse(sessions.body).result.data).toHaveLength(2);

  const again = JSON.parse((await signIn()).body).result.data.pending;
  const byRecovery = { pending: again, code: codes[0] };
  expect((await call("session.signInByCode", byRecovery)).status).toBe(200);
  expect((await call("session.signInByCode", byRecovery)).status).toBe(401);

  const audit = await server.request("/api/audit?format=json", { headers: { cookie: session } });
  for (const title of [
    "Add an authenticator app",
    "Sign in: the password is right, the second step is left",
    "Signed in, with an app's code",
    "Signed in, with a recovery code",
  ])
    expect(audit.body).toContain(title);
  for (const text of [secret, pending, codes[0] ?? ""]) {
    expect(audit.body).not.toContain(text);
    expect(server.logged()).not.toContain(text);
  }
});

test("an app is set up and removed by the password, removed by a code besides", async () => {
  const wrong = await call("account.beginTotp", { password: "wrong" }, { cookie });
  expect(wrong).toMatchObject({ status: 400, message: "The current password is wrong." });
  const { secret } = await setUp();
  const remove = (input: { password: string; code: string }) => call("account.removeTotp", input, { cookie });
  expect((await remove({ password: "wrong", code: codeOf(secret, 1) })).status).toBe(400);
  expect((await remove({ password: goodPassword, code: "000000" })).status).toBe(400);
  const renewed = await call(
    "account.renewRecoveryCodes",
    { password: goodPassword, code: codeOf(secret, 1) },
    { cookie },
  );
  expect(renewed.data.recoveryCodes).toHaveLength(10);
  expect((await remove({ password: goodPassword, code: renewed.data.recoveryCodes?.[0] ?? "" })).status).toBe(
    200,
  );
  expect(cookieOf(await signIn())).toMatch(/^passdeck=/);
});
