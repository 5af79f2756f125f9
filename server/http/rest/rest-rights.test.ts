import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { leastLevel, rights } from "../../access/rights";
import { isAtLeast, roles } from "../../access/role";
import { bodySchemaOf, isInQuery } from "../../rest/openapi/document";
import type { Route } from "../../rest/route";
import { routes } from "../../rest/routes";
import { SocketWorld } from "../socket-world.test-data";
import { restRoot } from "./rest-handler";

/** Every route of the table: without a key, with a key of each role, and with an input that is not right. */
let world: SocketWorld;
const keys = new Map<string, string>();

beforeAll(async () => {
  world = await SocketWorld.start();
  for (const role of roles) {
    const wish = { name: role, role, days: 1 };
    const { body } = await world.server.mutate("account.createKey", wish, { cookie: world.cookie });
    keys.set(role, JSON.parse(body).result.data.key);
  }
});

afterAll(() => world.server.stop());

const guid = "0d6a5e1c-0000-4000-8000-00000000abcd";
/** Names of nothing that is there. */
const names: Readonly<Record<string, string>> = {
  hostId: "nowhere",
  vmId: guid,
  uuid: guid,
  jobId: guid,
  pool: "none",
  volume: "none",
  name: "none",
  bookingId: guid,
  waitingId: "0",
  format: "proxmox",
};

function addressOf({ method, path }: Route): string {
  const there = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = names[name];
    if (value === undefined) throw new Error(`these tests have no {${name}}`);
    return value;
  });
  return `${restRoot}${there}${method === "DELETE" ? "?fingerprint=none" : ""}`;
}

async function ask(route: Route, headers: Record<string, string>, body: unknown = route.example) {
  const sent = bodySchemaOf(route) === null ? {} : { body: JSON.stringify(body) };
  const answer = await world.server.request(addressOf(route), {
    method: route.method,
    headers: { ...headers, ...(sent.body ? { "content-type": "application/json" } : {}) },
    ...sent,
  });
  return { ...answer, problem: answer.status >= 400 ? JSON.parse(answer.body) : null };
}

function as(role: string) {
  return { authorization: `Bearer ${keys.get(role)}` };
}

/** Of events nothing but the head is waited for. */
const tried = routes.filter(({ output, status }) => output !== null || status === 204);
const cases = tried.map((route) => [`${route.method} ${route.path}`, route] as const);

describe("nobody", () => {
  test.each([
    ...cases,
    ...routes.filter((route) => !tried.includes(route)).map((route) => [route.path, route] as const),
  ])("%s", async (_, route) => {
    const { status, headers, problem } = await ask(route, {});
    expect([status, problem.code, headers["www-authenticate"]]).toEqual([
      401,
      "unauthorised",
      expect.stringContaining("Bearer"),
    ]);
    expect(headers["content-type"]).toContain("application/problem+json");
  });
});

const kinds = Object.keys(rights) as (keyof typeof rights)[];

describe.each(roles)("a key of a %s", (role) => {
  test.each(cases)("%s", async (_, route) => {
    const may = route.rights.every((right) =>
      kinds.every((kind) => leastLevel(kind, right) === null || isAtLeast(role, leastLevel(kind, right))),
    );
    const { status, problem } = await ask(route, as(role));
    if (!may) return expect([403, 404]).toContain(status);
    expect([401, 403, 400, 500]).not.toContain(status);
    if (status >= 400)
      expect(problem).toMatchObject({ status, type: `urn:passdeck:problem:${problem.code}` });
  });
});

describe("an input that is not right", () => {
  const withBody = tried.filter((route) => !isInQuery(route.method) && bodySchemaOf(route) !== null);
  test.each(withBody.map((route) => [`${route.method} ${route.path}`, route] as const))(
    "%s",
    async (_, route) => {
      for (const [field, value] of Object.entries(bodySchemaOf(route)?.shape ?? {})) {
        if (value.safeParse(undefined).success) continue;
        const { status, problem } = await ask(route, as("admin"), { ...route.example, [field]: undefined });
        expect([status, problem.code]).toEqual([400, "bad-input"]);
        expect(problem.errors.map((error: { field: string }) => error.field.split(".")[0])).toContain(field);
      }
    },
  );

  test.each([
    ["/vms?limit=0", "limit"],
    ["/vms?limit=many", "limit"],
    ["/vms?state=odd", "state"],
    ["/hosts/nowhere/vms/none", "vmId"],
  ])("%s names %s", async (path, field) => {
    const { status, body } = await world.server.request(`${restRoot}${path}`, { headers: as("viewer") });
    expect([status, JSON.parse(body).errors[0].field]).toEqual([400, field]);
  });
});

describe("what is no request", () => {
  const post = (
    path: string,
    body: string,
    type = "application/json",
    headers: Record<string, string> = as("admin"),
  ) =>
    world.server.request(`${restRoot}${path}`, {
      method: "POST",
      headers: { "content-type": type, ...headers },
      body,
    });
  const rename = `/hosts/nowhere/vms/${guid}/rename`;

  test.each([
    ["no JSON", rename, "{", "application/json", 400],
    ["a list", rename, "[]", "application/json", 400],
    ["a form", rename, "name=x", "application/x-www-form-urlencoded", 415],
    ["more than is taken", rename, JSON.stringify({ name: "x".repeat(1_000_000) }), "application/json", 413],
    ["an unknown path", "/none", "{}", "application/json", 404],
    ["an escape that is none", "/hosts/%ff/vms", "{}", "application/json", 404],
  ])("%s", async (_, path, body, type, status) => {
    expect((await post(path, body, type)).status).toBe(status);
  });

  test("another method than there is", async () => {
    const { status, headers } = await post("/vms", "{}");
    expect([status, headers.allow]).toEqual([405, "GET"]);
  });

  test("of another origin by a cookie alone", async () => {
    const { status } = await post(rename, '{"name":"x"}', "application/json", {
      cookie: world.cookie,
      origin: "https://evil.example",
    });
    expect(status).toBe(403);
    const own = await post(rename, '{"name":"x"}', "application/json", {
      cookie: world.cookie,
      origin: world.server.origin,
    });
    expect(own.status).toBe(404);
  });
});

test("a wrong key is answered as a problem, and the document to everybody", async () => {
  const headers = { authorization: "Bearer passdeck_no" };
  const { status, body } = await world.server.request(`${restRoot}/vms`, { headers });
  expect([status, JSON.parse(body).code]).toEqual([401, "unauthorised"]);
  const { status: open, body: document } = await world.server.request(`${restRoot}/openapi.json`);
  expect([open, JSON.parse(document).openapi]).toEqual([200, "3.1.0"]);
});
