import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isOpenToAll } from "../access/rights";
import { procedureKinds } from "../api/procedure-kinds";
import { appRouter } from "../api/router";
import { startTestServer, type TestServer } from "./test-server.test-data";

let server: TestServer;
let cookie: string;

beforeAll(async () => {
  server = await startTestServer();
  cookie = await server.makeAdministrator();
});

afterAll(() => server.stop());

const json = { "content-type": "application/json" };

describe("Host", () => {
  test.each(["evil.example", "127.0.0.1.evil.example", "localhost.evil.example:8006", "a b", "[::1"])(
    "a foreign name gets nothing, whoever is signed in: %j",
    async (host) => {
      for (const path of ["/", "/sign-in", "/healthz", "/icon.svg", "/api/trpc/session.state"]) {
        const { status, body } = await server.request(path, { headers: { host, cookie } });
        expect([400, 421]).toContain(status);
        expect(body).not.toContain("root");
      }
    },
  );

  test.each(["127.0.0.1", "10.1.2.3:8006", "[fd00::1]:8006", "localhost", "LOCALHOST:1"])(
    "%s is us",
    async (host) => {
      expect((await server.request("/healthz", { headers: { host } })).status).toBe(200);
    },
  );

  test("an absolute-form request is refused", async () => {
    expect((await server.request("http://evil.example/", { headers: { cookie } })).status).toBe(400);
    expect((await server.request("//evil.example/", { headers: { cookie } })).status).toBe(400);
  });
});

describe("a change", () => {
  const path = "/api/trpc/session.signOut";

  test("by GET is refused", async () => {
    const { status } = await server.request(path, { headers: { cookie } });
    expect(status).toBe(405);
  });

  test.each(["PUT", "DELETE", "PATCH", "OPTIONS", "HEAD"])("by %s is refused", async (method) => {
    const { origin } = server;
    expect((await server.request(path, { method, headers: { cookie, origin, ...json } })).status).toBe(405);
  });

  test.each([
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=x",
    "text/plain",
    "application/octet-stream",
    "",
  ])("as %j is refused", async (type) => {
    const { status } = await server.mutate("session.signOut", {}, { cookie, "content-type": type });
    expect(status).toBe(415);
  });

  test.each([
    "https://evil.example",
    "null",
    "http://127.0.0.1",
    "http://127.0.0.1:1",
    "https://127.0.0.1:PORT",
  ])("from Origin %s is refused", async (origin) => {
    const given = origin.replace("PORT", String(server.port));
    expect((await server.mutate("session.signOut", {}, { cookie, origin: given })).status).toBe(403);
  });

  test("without Origin is refused", async () => {
    const { status } = await server.request(path, {
      method: "POST",
      headers: { cookie, ...json },
      body: "{}",
    });
    expect(status).toBe(403);
  });

  test.each(["cross-site", "same-site", "none"])("by a %s fetch is refused", async (site) => {
    const { status } = await server.mutate("session.signOut", {}, { cookie, "sec-fetch-site": site });
    expect(status).toBe(403);
  });

  test("of all these none signed anybody out", async () => {
    const { body } = await server.request("/api/trpc/session.state", { headers: { cookie } });
    expect(JSON.parse(body).result.data.user).toEqual({ name: "root", level: "admin" });
  });
});

test("a query from another site is refused", async () => {
  const answer = await server.request("/api/trpc/session.state", {
    headers: { cookie, "sec-fetch-site": "cross-site" },
  });
  expect(answer.status).toBe(403);
});

test("a subscription does not come over HTTP", async () => {
  const { status } = await server.request("/api/trpc/fleet.watch", {
    headers: { cookie, accept: "text/event-stream" },
  });
  expect(status).toBe(405);
});

test("a body too large is refused", async () => {
  const { status } = await server.mutate("session.signIn", { name: "x".repeat(300_000), password: "x" });
  expect(status).toBe(413);
});

test.each(["definition.preview", "definition.merge", "definition.save"])(
  "the largest definition comes in by %s, quotes and line ends and all",
  async (path) => {
    const xml = '"\n'.repeat(256 * 1024);
    const draft = {
      hostId: "nowhere",
      vmId: "0d6a5e1c-0000-4000-8000-000000000000",
      xml,
      base: 1,
      choices: {},
    };
    expect((await server.mutate(path, draft, { cookie })).status).not.toBe(413);
  },
);

test.each([
  ["create.importXml", (text: string) => ({ hostId: "nowhere", text })],
  ["create.importText", (text: string) => ({ hostId: "nowhere", text })],
  ["create.plan", (xml: string) => ({ hostId: "nowhere", request: { source: { kind: "xml", xml } } })],
  ["create.run", (xml: string) => ({ hostId: "nowhere", request: { source: { kind: "xml", xml } } })],
])("the largest source of a new VM comes in by %s", async (path, input) => {
  const text = '"\n'.repeat(512 * 1024);
  expect((await server.mutate(path, input(text), { cookie })).status).not.toBe(413);
});

describe("without a session", () => {
  const pages = [
    "/",
    "/vms",
    "/vms/local/0d6a5e1c-0000-4000-8000-000000000000",
    "/passthrough",
    "/devices",
    "/anything.json",
  ];
  const tricks = [
    {},
    { rsc: "1" },
    { rsc: "1", "next-router-prefetch": "1" },
    { purpose: "prefetch" },
    { "x-middleware-subrequest": "middleware:middleware:middleware:middleware:middleware" },
    { "x-nextjs-data": "1" },
    { "x-forwarded-host": "127.0.0.1", "x-original-url": "/sign-in" },
  ];

  test.each(pages)("%s leads to the sign-in, however it is asked for", async (path) => {
    for (const headers of tricks) {
      for (const suffix of ["", "?_rsc=abc"]) {
        const { status, headers: answer, body } = await server.request(path + suffix, { headers });
        expect(status).toBe(303);
        expect(answer.location).toMatch(/^\/sign-in(\?next=%2F[^&]+)?$/);
        expect(answer.location).not.toContain("_rsc");
        expect(body).toBe("");
      }
    }
  });

  test.each([
    "/_next/data/x.json",
    "/_next/image?url=/icon.svg",
    "/_next/static/../../package.json",
    "/.rsc",
  ])("%s yields nothing", async (path) => {
    const { status, body } = await server.request(path);
    expect([303, 404]).toContain(status);
    expect(body).not.toContain("page");
  });

  test.each(["POST", "PUT", "DELETE"])("a page can't be sent anything by %s", async (method) => {
    expect((await server.request("/sign-in", { method, headers: { "next-action": "x" } })).status).toBe(405);
  });

  test.each([...procedureKinds(appRouter).keys()].filter((path) => !isOpenToAll(path)))(
    "%s can't be called",
    async (path) => {
      const [query, change] = [await server.request(`/api/trpc/${path}`), await server.mutate(path)];
      for (const { status } of [query, change]) expect([401, 405]).toContain(status);
    },
  );
});

test("what only Next may say of a request is taken from it", async () => {
  const { body } = await server.request("/vms", {
    headers: {
      cookie,
      "x-middleware-subrequest": "a:a:a:a:a",
      "x-nonce": "known",
      "x-forwarded-host": "evil.example",
      "next-action": "x",
      "x-demo": "1",
      "x-next-path": "//evil.example",
    },
  });
  expect(body).toContain("page /vms");
  expect(body).not.toMatch(/middleware|known|evil|next-action/);
  expect(body).toContain('"x-demo":"0"');
  expect(body).toContain('"x-next-path":"/"');
});

test("every answer carries the security headers", async () => {
  const nonces = new Set<string>();
  const paths = [
    "/",
    "/sign-in",
    "/setup",
    "/vms",
    "/healthz",
    "/icon.svg",
    "/api/trpc/session.state",
    "/api/no",
    "//bad",
    "/_next/no",
  ];
  for (const path of paths) {
    for (const headers of [{}, { cookie }, { host: "evil.example" }]) {
      const answer = await server.request(path, { headers });
      const csp = String(answer.headers["content-security-policy"]);
      expect(csp).toContain("default-src 'none'");
      expect(csp).toContain("frame-ancestors 'none'");
      expect(csp).not.toMatch(/script-src[^;]*'unsafe/);
      nonces.add(/'nonce-([^']{20,})'/.exec(csp)?.[1] ?? "");
      expect(answer.headers).toMatchObject({
        "x-content-type-options": "nosniff",
        "referrer-policy": "no-referrer",
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-resource-policy": "same-origin",
      });
      expect(answer.headers).not.toHaveProperty("strict-transport-security");
      expect(answer.headers).not.toHaveProperty("x-powered-by");
    }
  }
  expect(nonces.size).toBe(paths.length * 3);
});

test("/healthz tells that it serves, and of its hosts", async () => {
  const { status, body } = await server.request("/healthz");
  expect([status, JSON.parse(body)]).toEqual([200, { status: "ok", hosts: [] }]);
});

describe("no stack trace leaves the server", () => {
  test.each([
    ["/api/trpc/vm.xml?input=%7B", "a broken input"],
    ["/api/trpc/vm.xml?input=%7B%7D", "a wrong input"],
    ["/api/trpc/no.such", "an unknown procedure"],
    ["/api/trpc/__proto__.constructor", "a name of JavaScript's own"],
    ["/api/trpc/session.state?batch=1", "a batch"],
    ["/api/trpc/%", "a broken escape"],
  ])("at %s: %s", async (path) => {
    const { status, body } = await server.request(path, { headers: { cookie } });
    expect(status).toBeGreaterThanOrEqual(400);
    expect(body).not.toMatch(/\n\s+at |node_modules|\.[mc]?[jt]s\b|"stack"/);
  });

  test("when a page fails", async () => {
    const failing = await startTestServer(
      {},
      {
        handle: async () => {
          throw new Error("secret detail");
        },
        close: async () => undefined,
      },
    );
    const { status, body } = await failing.request("/sign-in");
    expect([status, body]).toEqual([500, "Something went wrong in Passdeck; its log says what.\n"]);
    expect(failing.logged()).toContain("secret detail");
    await failing.stop();
  });
});
