import { afterEach, beforeEach, expect, test } from "vitest";
import { DefinitionVersions } from "../database/definition-versions";
import { openDatabase } from "../database/open-database";
import { startTestServer, type TestServer } from "../http/test-server.test-data";
import { passdeck } from "./passdeck.test-data";

let server: TestServer;

beforeEach(async () => {
  server = await startTestServer();
});

afterEach(() => server.stop());

function run(...words: string[]) {
  const { status, stdout, stderr } = passdeck(["token", ...words], "", { PASSDECK_DATA: server.dataFolder });
  return { status, stdout, stderr };
}

async function userBy(key: string) {
  const headers = { authorization: `Bearer ${key}` };
  const { status, body } = await server.request("/api/trpc/session.state", { headers });
  return status === 200 ? JSON.parse(body).result.data.user : status;
}

test("a key is printed, works with the running server, is listed, and works no more once revoked", async () => {
  await server.makeAdministrator();
  const { stdout, ...rest } = run("create", "--role", "viewer", "--name", "ci", "--days", "7");
  expect(rest).toEqual({ status: 0, stderr: "" });
  expect(stdout).toMatch(/^passdeck_[\w-]{43}\n$/);
  expect(await userBy(stdout.trim())).toEqual({ name: "root", level: "viewer" });
  expect(run("list").stdout).toMatch(
    /^NAME .*\nci +viewer +all +all +\d{4}-\S+ +\d{4}-\S+ 127\.0\.0\.1 +[\w-]{36}\n$/,
  );
  expect(run("revoke", "CI")).toEqual({ status: 0, stdout: "", stderr: "" });
  expect(await userBy(stdout.trim())).toBe(401);
});

test("a VM is meant by its name, its UUID, or with its host", async () => {
  await server.makeAdministrator();
  const migrations = new URL("../database/migrations", import.meta.url).pathname;
  const database = openDatabase({ folder: server.dataFolder, migrations });
  const versions = new DefinitionVersions(database);
  const vmId = "0d6a5e1c-0000-4000-8000-000000000000";
  const add = (hostId: string, id: string, name: string) =>
    versions.add({ hostId, vmId: id, by: null, what: "", xml: `<domain><name>${name}</name></domain>` });
  add("local", vmId, "web-1");
  add("local", vmId, "web");
  add("far", "1d6a5e1c-0000-4000-8000-000000000000", "twin");
  add("local", "2d6a5e1c-0000-4000-8000-000000000000", "twin");
  database.close();
  const made = (vm: string) => run("create", "--role", "operator", "--vm", vm, "--name", vm).stderr;
  for (const vm of ["web", vmId, `far/${vmId}`]) expect(made(vm)).toBe("");
  expect(made("web-1")).toBe(
    "passdeck: Passdeck has seen no VM called web-1. Its UUID works as well: virsh domuuid web-1\n",
  );
  expect(made("twin")).toContain("Several VMs are called twin. Name one as HOST/UUID: ");
});

test("what cannot be is said", async () => {
  expect(run("create", "--role", "viewer").stderr).toContain("There is no administrator yet.");
  await server.makeAdministrator();
  run("create", "--role", "viewer", "--name", "ci");
  const refusals = [
    [["create"], "required option '--role <role>' not specified"],
    [["create", "--role", "boss"], "There is no role boss. The roles are member, viewer, operator, admin."],
    [
      ["create", "--role", "viewer", "--name", "CI"],
      expect.stringContaining("There is an API key CI already."),
    ],
    [["create", "--role", "viewer", "--days", "367"], "A key works for 366 days at most."],
    [
      ["create", "--role", "viewer", "--act", "all"],
      "An act is written as vm.act, or vm.* for all of its kind.",
    ],
    [["create", "--role", "viewer", "--user", "eve"], "There is no user eve."],
    [["revoke", "none"], "There is no API key none."],
  ] as const;
  for (const [words, complaint] of refusals) {
    const { stderr, ...rest } = run(...words);
    expect(rest).toEqual({ status: 1, stdout: "" });
    expect(stderr.replace(/^passdeck: |\n$/g, "")).toEqual(complaint);
  }
});
