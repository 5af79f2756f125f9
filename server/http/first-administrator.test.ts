import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { tokenOf } from "@/e2e/fixtures/setup-token";
import { startTestServer, type TestServer } from "./test-server.test-data";

let server: TestServer;
let token: string;

beforeEach(async () => {
  server = await startTestServer();
  token = tokenOf(server.running.firstAdministratorLink) ?? "";
});

afterEach(() => server.stop());

function create(part: { token?: unknown; name?: string; password?: string } = {}) {
  const input = { token, name: "root", password: "correct horse battery", ...part };
  return server.mutate("session.createFirstAdministrator", input);
}

test("the printed link stands in a file of the owner's as well, and only its hash in the database", () => {
  const file = join(server.dataFolder, "first-administrator-link");
  expect(readFileSync(file, "utf8")).toBe(`${server.running.firstAdministratorLink}\n`);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(token).toMatch(/^[\w-]{43}$/);
  for (const name of readdirSync(server.dataFolder).filter((one) => one !== "first-administrator-link")) {
    expect(readFileSync(join(server.dataFolder, name)).includes(token)).toBe(false);
  }
});

test("of 50 at once exactly one becomes administrator, the others get 404", async () => {
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, index) => create({ name: `user-${index}` })),
  );
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(answers.filter(({ status }) => status === 404)).toHaveLength(49);
  expect(answers.filter(({ headers }) => headers["set-cookie"])).toHaveLength(1);
});

test("the second try is 404, and so is its page", async () => {
  expect((await server.request("/setup")).status).toBe(200);
  expect((await create()).status).toBe(200);
  expect((await create({ name: "second" })).status).toBe(404);
  expect((await server.request("/setup")).status).toBe(404);
  expect(readdirSync(server.dataFolder)).not.toContain("first-administrator-link");
});

test.each(["", "A".repeat(43), "../..", 1, null, { $ne: "" }])("token %j is refused", async (wrong) => {
  expect([400, 404]).toContain((await create({ token: wrong })).status);
  expect((await create()).status).toBe(200);
});

test.each([
  [{ password: "eleven char" }, "A password needs at least 12 characters."],
  [{ password: "x".repeat(257) }, "A password may have at most 256 characters."],
  [{ name: "" }, "A user name has"],
  [{ name: "two words" }, "A user name has"],
  [{ name: "<b>" }, "A user name has"],
])("%j is refused in words", async (part, message) => {
  const { status, body } = await create(part);
  expect(status).toBe(400);
  expect(JSON.parse(body).error.message).toContain(message);
});

test("before there is an administrator nothing lets anybody in", async () => {
  for (const [name, password] of [
    ["admin", "admin"],
    ["root", ""],
    ["admin", "passdeck"],
    ["", ""],
  ]) {
    const { status } = await server.mutate("session.signIn", { name, password });
    expect([401, 429]).toContain(status);
  }
  expect((await server.request("/")).headers.location).toBe("/sign-in");
  expect((await server.request("/sign-in")).body).toContain('"x-first-visit":"1"');
});

test("neither token nor password is logged", async () => {
  await create({ password: "secret horse battery" });
  await server.mutate("session.signIn", { name: "secret horse battery", password: "secret horse battery" });
  expect(server.logged()).toContain("first administrator made");
  expect(server.logged()).not.toContain(token);
  expect(server.logged()).not.toContain("secret horse");
});
