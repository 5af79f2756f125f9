import { afterAll, beforeAll, expect, test } from "vitest";
import { SocketWorld } from "./socket-world.test-data";
import { startTestServer, testSettings } from "./test-server.test-data";

let world: SocketWorld;

beforeAll(async () => {
  world = await SocketWorld.start();
});
afterAll(() => world.server.stop());

const read = (headers: Record<string, string> = {}) => world.server.request("/metrics", { headers });

async function keyOf(role: string): Promise<string> {
  const { body } = await world.server.mutate(
    "account.createKey",
    { name: "prometheus", role, days: 1 },
    { cookie: world.cookie },
  );
  return JSON.parse(body).result.data.key;
}

test("metrics are read with a key, in Prometheus' format", async () => {
  const { status, headers, body } = await read({ authorization: `Bearer ${await keyOf("viewer")}` });
  expect([status, headers["content-type"]]).toEqual([200, "text/plain; version=0.0.4; charset=utf-8"]);
  expect(body).toMatch(/^# TYPE passdeck_info gauge$/m);
  expect(body).toMatch(/^passdeck_info\{version="[^"]+"\} 1$/m);
});

test("nobody reads them without a key, with a wrong one, or with a browser's session", async () => {
  for (const headers of [{}, { cookie: world.cookie }, { authorization: "Bearer passdeck_no" }]) {
    const { status, headers: answered, body } = await read(headers);
    expect([status, answered["www-authenticate"]]).toEqual([401, expect.stringContaining("Bearer")]);
    expect(body).not.toContain("passdeck_info");
  }
  const { body } = await world.server.mutate(
    "account.createKey",
    { name: "vms", role: "admin", days: 1, acts: ["vm.*"] },
    { cookie: world.cookie },
  );
  const narrow = JSON.parse(body).result.data.key;
  expect((await read({ authorization: `Bearer ${narrow}` })).status).toBe(403);
});

test("an address that may reads them without a key; what it says of itself is not its address", async () => {
  const open = await startTestServer(testSettings({ metricsFrom: ["127.0.0.0/8"] }));
  const shut = await startTestServer(testSettings({ metricsFrom: ["192.0.2.9"] }));
  expect((await open.request("/metrics")).status).toBe(200);
  expect((await open.request("/metrics", { method: "POST" })).status).toBe(405);
  const headers = { "x-forwarded-for": "192.0.2.9" };
  expect((await shut.request("/metrics", { headers })).status).toBe(401);
  await Promise.all([open.stop(), shut.stop()]);
});
