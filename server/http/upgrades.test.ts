import { once } from "node:events";
import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { SocketWorld } from "./socket-world.test-data";
import { startTestServer } from "./test-server.test-data";

let world: SocketWorld;

beforeAll(async () => {
  world = await SocketWorld.start();
});

afterAll(() => world.server.stop());

describe.each(["/ws/trpc", "/ws/console"])("before the upgrade of %s", (path) => {
  test("the session's owner is let in from a page of ours", async () => {
    expect(await world.upgradeStatus(path, { cookie: world.cookie })).toBe(101);
  });

  test.each([
    "https://evil.example",
    "null",
    "",
    "http://127.0.0.1",
    "https://127.0.0.1:PORT",
    "http://127.0.0.1:PORT.evil.example",
  ])("Origin %j is refused", async (origin) => {
    expect(
      await world.upgradeStatus(path, {
        cookie: world.cookie,
        origin: origin.replace("PORT", String(world.server.port)),
      }),
    ).toBe(403);
  });

  test("a missing Origin is refused", async () => {
    const text = world.upgradeText(path).replace(/Origin: .*\r\n/, "");
    expect(await world.raw(text)).toMatch(/^HTTP\/1\.1 403 /);
  });

  test("a foreign Host is refused, also with an Origin to match", async () => {
    expect(
      await world.upgradeStatus(path, {
        cookie: world.cookie,
        host: "evil.example",
        origin: "http://evil.example",
      }),
    ).toBe(403);
  });

  test.each(["", "passdeck=", `passdeck=${"A".repeat(43)}`, "passdeck=..", "other=1"])(
    "without a session, by cookie %j, it is refused",
    async (none) => {
      expect(await world.upgradeStatus(path, { cookie: none })).toBe(401);
    },
  );

  test("an absolute-form target is destroyed", async () => {
    expect(await world.raw(world.upgradeText(`http://127.0.0.1:${world.server.port}${path}`))).toBe("");
    expect(await world.raw(world.upgradeText(`//127.0.0.1:${world.server.port}${path}`))).toBe("");
  });

  test("another protocol than WebSocket is destroyed", async () => {
    expect(await world.raw(world.upgradeText(path).replace("Upgrade: websocket", "Upgrade: h2c"))).toBe("");
  });

  test("a refusal carries the security headers", async () => {
    const answer = await world.raw(world.upgradeText(path).replace(/Cookie: .*\r\n/, ""));
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
  expect(await world.raw(world.upgradeText(path))).toBe("");
});

test("10,000 upgrades of unknown paths leave nothing behind", async () => {
  const few = connect(world.server.port, "127.0.0.1");
  await once(few, "connect");
  // Accepted after the one above, of which the server has its end by then.
  await world.raw(world.upgradeText("/ws/first"));
  // Other files may have left sockets to this process, too.
  const before = openSockets();
  for (let round = 0; round < 100; round += 1) {
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, index) => world.raw(world.upgradeText(`/ws/${round}-${index}`))),
    );
    expect(answers.join("")).toBe("");
  }
  expect(openSockets()).toBeLessThanOrEqual(before);
  few.destroy();
  await once(few, "close");
}, 300_000);

function openSockets(): number {
  return process.getActiveResourcesInfo().filter((kind) => kind === "TCPSocketWrap").length;
}

test("strangers and frames without sense write nothing into a log that is not for finding mistakes", async () => {
  const own = await startTestServer({ logLevel: "info" });
  onTestFinished(() => own.stop());
  const cookie = await own.makeAdministrator();
  const before = own.logged();
  for (const path of ["/ws/trpc", "/ws/console", "/ws/none"]) {
    const socket = own.socket(path);
    socket.on("error", () => undefined);
    await new Promise((resolve) => socket.once("close", resolve));
  }
  const socket = own.socket("/ws/trpc", { cookie });
  await once(socket, "open");
  socket.send("{");
  socket.send('{"id":1,"method":"subscription","params":{"path":"no.such"}}');
  await once(socket, "message");
  socket.terminate();
  expect(own.logged()).toBe(before);
});
