import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { SocketWorld } from "./socket-world.test-data";
import { cookieOf, goodPassword } from "./test-server.test-data";

let world: SocketWorld;
/** An administrator whom each test has for itself. */
let person: { name: string; cookie: string };
let count = 0;

beforeAll(async () => {
  world = await SocketWorld.start();
});

afterAll(() => world.server.stop());

beforeEach(async () => {
  count += 1;
  const name = `person-${count}`;
  const { token } = await world.act("people.invite", { name, role: "admin" });
  const cookie = cookieOf(await world.server.mutate("session.join", { token, password: goodPassword }));
  person = { name, cookie };
});

async function makeKey(part: object = {}): Promise<{ id: string; key: string }> {
  return world.act("account.createKey", { name: "ci", role: "admin", days: 1, ...part }, person.cookie);
}

function as(key: string) {
  return { authorization: `Bearer ${key}` };
}

/** What the server says of who asks by these headers. */
async function stateBy(headers: Record<string, string>) {
  const { status, body } = await world.server.request("/api/trpc/session.state", { headers });
  return status === 200 ? JSON.parse(body).result.data : status;
}

/** A mutation as a program sends it, which knows nothing of origins. */
async function post(path: string, input: object, headers: Record<string, string>) {
  const { status, body } = await world.server.request(`/api/trpc/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(input),
  });
  return [status, status === 200 ? null : JSON.parse(body).error.message];
}

test("a key acts for its user, without cookie, origin or proof; a cookie beside it counts for nothing", async () => {
  const { key } = await makeKey({ role: "operator" });
  expect((await stateBy(as(key))).user).toEqual({ name: person.name, level: "operator" });
  expect((await stateBy({ ...as(key), cookie: world.cookie })).user.name).toBe(person.name);
  expect(await stateBy({ ...as("passdeck_no"), cookie: world.cookie })).toBe(401);
  const asked = { hostId: "nowhere", pool: "none", request: { name: "n", format: "raw", capacityBytes: 1 } };
  expect(await post("storage.createVolume", asked, as(key))).toEqual([
    403,
    "This API key does not allow this.",
  ]);
});

test("a key never may more than its user, whoever they become", async () => {
  const { key } = await makeKey();
  expect((await stateBy(as(key))).user.level).toBe("admin");
  const { body } = await world.server.request("/api/trpc/account.sessions", {
    headers: { cookie: person.cookie },
  });
  expect(JSON.parse(body).result.data).toHaveLength(1);
  const userId = await world.idOf(person.name);
  await world.act("people.setRole", { userId, role: "viewer" });
  expect((await stateBy(as(key))).user.level).toBe("viewer");
  const cookie = person.cookie;
  const wish = { name: "more", role: "operator", days: 1 };
  const { status, body: refusal } = await world.server.mutate("account.createKey", wish, { cookie });
  expect([status, JSON.parse(refusal).error.message]).toEqual([
    400,
    "An API key can't do more than you. Your own role is viewer; choose that, or less.",
  ]);
});

test.each([
  ["account.createKey", { name: "more", role: "viewer", days: 1 }],
  ["account.changePassword", { present: goodPassword, password: `${goodPassword} 2` }],
  ["account.endSession", { sessionId: "0".repeat(64) }],
  ["session.signIn", { name: "root", password: goodPassword }],
  ["people.invite", { name: "eve", role: "admin" }],
])("%s is refused to keys", async (path, input) => {
  const { key } = await makeKey();
  expect(await post(path, input, as(key))).toEqual([403, "This API key does not allow this."]);
});

test("a key for some acts does those alone", async () => {
  const { key } = await makeKey({ acts: ["vm.*"] });
  const vm = { hostId: "nowhere", vmId: "0d6a5e1c-0000-4000-8000-00000000abcd" };
  expect(await post("vm.rename", { ...vm, name: "n" }, as(key))).toEqual([404, expect.anything()]);
  expect(await post("definition.save", { ...vm, xml: "<domain/>", base: 1 }, as(key))).toEqual([
    403,
    "This API key does not allow this.",
  ]);
  expect((await stateBy(as(key))).allowed.each.vm).toEqual(expect.arrayContaining(["vm.act", "vm.see"]));
  expect((await stateBy(as(key))).allowed.each.host).toEqual([]);
});

describe("a key ends at once", () => {
  test.each([
    [
      "with its user's disabling",
      async () => world.act("people.disable", { userId: await world.idOf(person.name) }),
    ],
    [
      "with its user's deletion",
      async () => world.act("people.delete", { userId: await world.idOf(person.name) }),
    ],
    [
      "with the reset of its user",
      async () => world.act("people.reset", { userId: await world.idOf(person.name) }),
    ],
    ["when it is revoked", async (keyId: string) => world.act("account.revokeKey", { keyId }, person.cookie)],
  ] as const)("%s", async (_, end) => {
    const { id, key } = await makeKey();
    await end(id);
    expect(await stateBy(as(key))).toBe(401);
  });
});

test("its last use is shown, with the address; the key itself stands nowhere", async () => {
  const { id, key } = await makeKey();
  await stateBy(as(key));
  const { body } = await world.server.request("/api/trpc/account.keys", {
    headers: { cookie: person.cookie },
  });
  const [shown] = JSON.parse(body).result.data;
  expect(shown).toMatchObject({
    id,
    name: "ci",
    role: "admin",
    vms: null,
    acts: null,
    lastUsedAddress: "127.0.0.1",
  });
  expect(Date.now() - shown.lastUsedAt).toBeLessThan(60_000);
  expect(body).not.toContain(key);
  expect(world.server.logged()).not.toContain(key);
});

test("the audit says by which key something was done", async () => {
  const { key } = await makeKey();
  await post("create.refreshCatalogue", {}, as(key));
  const lines = await auditOf("create.refreshCatalogue");
  expect(lines[0]).toMatchObject({ who: `${person.name} (key ci)` });
});

test("wrong keys are kept in the audit, and refused by the address after twenty of them; a right one is not", async () => {
  const { id, key } = await makeKey();
  await world.act("account.revokeKey", { keyId: id }, person.cookie);
  const { key: right } = await makeKey();
  const statuses: unknown[] = [];
  for (let attempt = 0; attempt < 30; attempt += 1) statuses.push(await stateBy(as(key)));
  expect(statuses.at(0)).toBe(401);
  expect(statuses.at(-1)).toBe(429);
  expect((await stateBy(as(right))).user.name).toBe(person.name);
  const [line] = await auditOf("account.useKey");
  expect(line).toMatchObject({ outcome: "refused", address: "127.0.0.1", who: null });
});

test("a key opens no page and no socket", async () => {
  const { key } = await makeKey();
  expect((await world.server.request("/vms", { headers: as(key) })).status).toBe(303);
  expect(await world.upgradeStatus("/ws/trpc", as(key))).toBe(401);
});

async function auditOf(text: string) {
  const input = encodeURIComponent(JSON.stringify({ text }));
  const address = `/api/trpc/audit.list?input=${input}`;
  const { body } = await world.server.request(address, { headers: { cookie: world.cookie } });
  return JSON.parse(body).result.data.lines;
}
