import { afterEach, beforeEach, expect, test } from "vitest";
import { startTestServer, type TestServer } from "../http/test-server.test-data";
import { passdeck } from "./passdeck.test-data";

let server: TestServer;

beforeEach(async () => {
  server = await startTestServer();
});

afterEach(() => server.stop());

const generated = /^([a-z2-9]{4}-){4}[a-z2-9]{4}\n$/;

async function signIn(password: string, name = "root"): Promise<number> {
  return (await server.mutate("session.signIn", { name, password })).status;
}

function run(...words: string[]) {
  const { status, stdout, stderr } = passdeck(["user", ...words], "", { PASSDECK_DATA: server.dataFolder });
  return { status, stdout, stderr };
}

test("a user who is shut out gets in with a new password, and what was signed in is not any more", async () => {
  const cookie = await server.makeAdministrator();
  for (let attempt = 0; attempt < 10; attempt += 1) await signIn("wrong");
  expect(await signIn("wrong")).toBe(429);
  const { stdout, ...rest } = run("reset", "root");
  expect(rest).toEqual({ status: 0, stderr: "" });
  expect(stdout).toMatch(generated);
  expect(await signIn(stdout.trim())).toBe(200);
  expect((await server.request("/vms", { headers: { cookie } })).status).toBe(303);
});

test("a user is added with a password and a role, and unlocked", async () => {
  await server.makeAdministrator();
  const { stdout, ...rest } = run("add", "bob", "--role", "viewer");
  expect(rest).toEqual({ status: 0, stderr: "" });
  expect(stdout).toMatch(generated);
  for (let attempt = 0; attempt < 10; attempt += 1) await signIn("wrong", "bob");
  expect(await signIn(stdout.trim(), "bob")).toBe(429);
  expect(run("unlock", "BOB")).toEqual({ status: 0, stdout: "", stderr: "" });
  expect(await signIn(stdout.trim(), "bob")).toBe(200);
  expect(run("list").stdout).toMatch(/^bob +viewer +active +1 +\d{4}-/m);
});

test("what cannot be is said, and nothing is changed", async () => {
  await server.makeAdministrator();
  const refusals = [
    [["reset", "nobody"], "There is no user nobody."],
    [["add", "ROOT", "--role", "admin"], "There is a user ROOT already. Choose another name."],
    [["add", "-", "--role", "admin"], expect.stringContaining("A user name has 1 to 64 letters")],
    [
      ["add", "bob", "--role", "boss"],
      "There is no role boss. The roles are member, viewer, operator, admin.",
    ],
    [["disable", "root"], expect.stringContaining("root is the last administrator who can sign in.")],
  ] as const;
  for (const [words, complaint] of refusals) {
    const { stderr, ...rest } = run(...words);
    expect(rest).toEqual({ status: 1, stdout: "" });
    expect(stderr.replace(/^passdeck: |\n$/g, "")).toEqual(complaint);
  }
  expect(run("list").stdout).toMatch(/^NAME .*\nroot +admin +active .*\n$/);
});
