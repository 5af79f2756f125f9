import { on, once } from "node:events";
import { connect, type Socket } from "node:net";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { WebSocket } from "ws";
import { permissions } from "../api/permissions";
import { cookieOf, goodPassword, startTestServer, type TestServer } from "./test-server.test-data";

let server: TestServer;
let cookie: string;

beforeAll(async () => {
  server = await startTestServer();
  cookie = await server.makeAdministrator();
});

afterAll(() => server.stop());

/** The status that an upgrade is refused with; 101 where it is not, 0 where the connection is destroyed. */
async function upgradeStatus(path: string, headers: Record<string, string>): Promise<number> {
  const socket = server.socket(path, headers);
  return new Promise((resolve) => {
    socket.once("open", () => {
      socket.terminate();
      resolve(101);
    });
    socket.once("unexpected-response", (request, response) => {
      request.destroy();
      resolve(response.statusCode ?? 0);
    });
    socket.once("error", () => resolve(0));
  });
}

async function open(path = "/ws/trpc", headers: Record<string, string> = { cookie }): Promise<WebSocket> {
  const socket = server.socket(path, headers);
  await once(socket, "open");
  return socket;
}

async function closeCode(socket: WebSocket): Promise<number> {
  const [code] = (await once(socket, "close")) as [number];
  return code;
}

/** What comes over a socket from now on, one frame a call. */
function reader(socket: WebSocket): () => Promise<unknown> {
  const frames = on(socket, "message");
  return async () => {
    const { value } = await frames.next();
    return JSON.parse(String(value[0]));
  };
}

const watchFleet = '{"id":1,"method":"subscription","params":{"path":"fleet.watch"}}';

async function signIn(): Promise<string> {
  return cookieOf(await server.mutate("session.signIn", { name: "root", password: goodPassword }));
}

/** Sends `text` as it is; what comes back until the connection ends. */
async function raw(text: string): Promise<string> {
  const socket = connect(server.port, "127.0.0.1");
  let answer = "";
  socket.on("data", (chunk: Buffer) => {
    answer += chunk;
  });
  socket.on("error", () => undefined);
  socket.write(text);
  await once(socket, "close");
  return answer;
}

function upgradeText(target: string, extra: readonly string[] = []): string {
  return [
    `GET ${target} HTTP/1.1`,
    `Host: 127.0.0.1:${server.port}`,
    "Connection: Upgrade",
    "Upgrade: websocket",
    "Sec-WebSocket-Version: 13",
    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
    `Origin: ${server.origin}`,
    `Cookie: ${cookie}`,
    ...extra,
    "",
    "",
  ].join("\r\n");
}

describe.each(["/ws/trpc", "/ws/console"])("before the upgrade of %s", (path) => {
  test("the session's owner is let in from a page of ours", async () => {
    expect(await upgradeStatus(path, { cookie })).toBe(101);
  });

  test.each([
    "https://evil.example",
    "null",
    "",
    "http://127.0.0.1",
    "https://127.0.0.1:PORT",
    "http://127.0.0.1:PORT.evil.example",
  ])("Origin %j is refused", async (origin) => {
    expect(await upgradeStatus(path, { cookie, origin: origin.replace("PORT", String(server.port)) })).toBe(
      403,
    );
  });

  test("a missing Origin is refused", async () => {
    const text = upgradeText(path).replace(/Origin: .*\r\n/, "");
    expect(await raw(text)).toMatch(/^HTTP\/1\.1 403 /);
  });

  test("a foreign Host is refused, also with an Origin to match", async () => {
    expect(await upgradeStatus(path, { cookie, host: "evil.example", origin: "http://evil.example" })).toBe(
      403,
    );
  });

  test.each(["", "passdeck=", `passdeck=${"A".repeat(43)}`, "passdeck=..", "other=1"])(
    "without a session, by cookie %j, it is refused",
    async (none) => {
      expect(await upgradeStatus(path, { cookie: none })).toBe(401);
    },
  );

  test("an absolute-form target is destroyed", async () => {
    expect(await raw(upgradeText(`http://127.0.0.1:${server.port}${path}`))).toBe("");
    expect(await raw(upgradeText(`//127.0.0.1:${server.port}${path}`))).toBe("");
  });

  test("another protocol than WebSocket is destroyed", async () => {
    expect(await raw(upgradeText(path).replace("Upgrade: websocket", "Upgrade: h2c"))).toBe("");
  });

  test("a refusal carries the security headers", async () => {
    const answer = await raw(upgradeText(path).replace(/Cookie: .*\r\n/, ""));
    expect(answer).toMatch(/^HTTP\/1\.1 401 /);
    expect(answer).toContain("X-Content-Type-Options: nosniff");
  });
});

test.each([
  "/",
  "/ws",
  "/ws/",
  "/ws/other",
  "/sign-in",
  "/_next/hmr",
  "/ws/trpc/",
  "/WS/TRPC",
  "/ws/trpc%00",
  "/constructor",
])("an upgrade of %s is destroyed", async (path) => {
  expect(await raw(upgradeText(path))).toBe("");
});

test("10,000 upgrades of unknown paths leave nothing behind", async () => {
  const few = connect(server.port, "127.0.0.1");
  await once(few, "connect");
  for (let round = 0; round < 100; round += 1) {
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, index) => raw(upgradeText(`/ws/${round}-${index}`))),
    );
    expect(answers.join("")).toBe("");
  }
  const left = process.getActiveResourcesInfo().filter((kind) => kind === "TCPSocketWrap");
  // The one above has an end here and one in the server.
  expect(left.length).toBeLessThanOrEqual(2);
  few.destroy();
  await once(few, "close");
}, 60_000);

describe("a frame that makes no sense", () => {
  const frames: (string | Buffer)[] = [
    "",
    "x",
    "{",
    "null",
    "0",
    "[]",
    "[null]",
    '{"id":null}',
    '{"id":1}',
    '{"id":1,"method":"query"}',
    '{"id":1,"method":"subscription","params":{"path":"__proto__"}}',
    '{"id":1,"method":"subscription","params":{"path":"fleet.watch","input":{"json":1}}}',
    '{"id":{},"method":"subscription.stop"}',
    Buffer.from([0, 255, 0]),
  ];

  test.each(["/ws/trpc", "/ws/trpc?connectionParams=1", "/ws/console"])(
    "ends neither the process nor other sockets: %s",
    async (path) => {
      for (const frame of frames) {
        const socket = await open(path);
        socket.on("error", () => undefined);
        socket.send(frame);
        socket.send(frame);
        socket.close();
        await once(socket, "close");
      }
      expect((await server.request("/healthz")).status).toBe(200);
    },
  );

  test("at random, by the thousand, leaves the others at work", async () => {
    const stays = await open();
    const next = reader(stays);
    const frame = fc.oneof(
      fc.string(),
      fc.json(),
      fc.uint8Array().map((bytes) => Buffer.from(bytes)),
      fc
        .record({
          id: fc.oneof(fc.integer(), fc.string(), fc.constant(null)),
          method: fc.constantFrom("subscription", "subscription.stop", "query", "mutation", "other"),
          params: fc.oneof(
            fc.record({ path: fc.constantFrom(...Object.keys(permissions), "x"), input: fc.jsonValue() }),
            fc.jsonValue(),
          ),
        })
        .map((message) => JSON.stringify(message)),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom("/ws/trpc", "/ws/console"),
        fc.array(frame, { maxLength: 50 }),
        async (path, frames) => {
          const socket = await open(path);
          for (const one of frames) socket.send(one);
          socket.close();
          await once(socket, "close");
        },
      ),
      { numRuns: 60 },
    );
    stays.send(watchFleet);
    expect(await next()).toEqual({ id: 1, result: { type: "started" } });
    stays.terminate();
  }, 30_000);

  test("that breaks the protocol of WebSockets ends its own", async () => {
    const socket = connect(server.port, "127.0.0.1");
    socket.write(upgradeText("/ws/trpc"));
    await once(socket, "data");
    socket.write(Buffer.from([0xff, 0xff, 0xff, 0xff, 0xff, 0xff]));
    socket.resume();
    await once(socket, "close");
    expect((await server.request("/healthz")).status).toBe(200);
  });

  test("that is larger than a mebibyte closes its socket", async () => {
    const socket = await open();
    socket.send("x".repeat(1024 * 1024 + 1));
    expect(await closeCode(socket)).toBe(1009);
  });
});

test("frames are not compressed", async () => {
  const socket = await open();
  expect(socket.extensions).toBe("");
  socket.terminate();
});

test("a subscription comes over a socket, a query or change does not", async () => {
  const socket = await open();
  const next = reader(socket);
  socket.send(watchFleet);
  expect(await next()).toEqual({ id: 1, result: { type: "started" } });
  expect(await next()).toMatchObject({ result: { data: { type: "snapshot", hosts: [], vms: [] } } });
  for (const frame of [
    '{"id":2,"method":"mutation","params":{"path":"session.signOut"}}',
    '{"id":3,"method":"query","params":{"path":"session.state"}}',
  ]) {
    socket.send(frame);
    expect(await next()).toMatchObject({ error: { data: { code: "METHOD_NOT_SUPPORTED" } } });
  }
  socket.terminate();
});

describe("the end of a session", () => {
  test("by sign-out closes all its sockets and none of another", async () => {
    const [mine, other] = [await signIn(), await signIn()];
    const sockets = [await open("/ws/trpc", { cookie: mine }), await open("/ws/trpc", { cookie: mine })];
    const stays = await open("/ws/trpc", { cookie: other });
    const closed = Promise.all(sockets.map(closeCode));
    expect((await server.mutate("session.signOut", {}, { cookie: mine })).status).toBe(200);
    expect(await closed).toEqual([4401, 4401]);
    expect(await upgradeStatus("/ws/trpc", { cookie: mine })).toBe(401);
    const next = reader(stays);
    stays.send(watchFleet);
    expect(await next()).toHaveProperty("result");
    stays.terminate();
  });

  test("cuts a socket whose other end does not answer", async () => {
    const mine = await signIn();
    const socket = connect(server.port, "127.0.0.1");
    socket.write(upgradeText("/ws/trpc").replace(cookie, mine));
    await once(socket, "data");
    const closed = closedByOtherEnd(socket);
    await server.mutate("session.signOut", {}, { cookie: mine });
    await closed;
  });

  test("by a new sign-in in the same browser closes the old one's sockets", async () => {
    const mine = await signIn();
    const socket = await open("/ws/trpc", { cookie: mine });
    const code = closeCode(socket);
    await server.mutate("session.signIn", { name: "root", password: goodPassword }, { cookie: mine });
    expect(await code).toBe(4401);
  });
});

function closedByOtherEnd(socket: Socket): Promise<unknown> {
  socket.resume();
  return once(socket, "close");
}

test("a user has at most a hundred sockets", async () => {
  const own = await startTestServer();
  const headers = { cookie: await own.makeAdministrator() };
  for (let count = 0; count < 100; count += 1) await once(own.socket("/ws/trpc", headers), "open");
  const oneMore = own.socket("/ws/trpc", headers);
  const [, response] = (await once(oneMore, "unexpected-response")) as [unknown, { statusCode: number }];
  expect(response.statusCode).toBe(429);
  await own.stop();
});
