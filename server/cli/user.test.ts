import { expect, test } from "vitest";
import { startTestServer, type TestServer } from "../http/test-server.test-data";
import { passdeck } from "./passdeck.test-data";

async function signIn(server: TestServer, password: string): Promise<number> {
  return (await server.mutate("session.signIn", { name: "root", password })).status;
}

test("a user who is shut out gets in with a new password, and what was signed in is not any more", async () => {
  const server = await startTestServer();
  try {
    const cookie = await server.makeAdministrator();
    for (let attempt = 0; attempt < 10; attempt += 1) await signIn(server, "wrong");
    expect(await signIn(server, "wrong")).toBe(429);
    const { status, stdout, stderr } = reset("root", server.dataFolder);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toMatch(/^([a-z2-9]{4}-){4}[a-z2-9]{4}\n$/);
    expect(await signIn(server, stdout.trim())).toBe(200);
    expect((await server.request("/vms", { headers: { cookie } })).status).toBe(303);
  } finally {
    await server.stop();
  }
});

test("who is no user is said", async () => {
  const server = await startTestServer();
  try {
    const { status, stderr } = reset("nobody", server.dataFolder);
    expect({ status, stderr }).toEqual({ status: 1, stderr: "passdeck: There is no user nobody.\n" });
  } finally {
    await server.stop();
  }
});

function reset(name: string, folder: string) {
  return passdeck(["user", "reset", name], "", { PASSDECK_DATA: folder });
}
