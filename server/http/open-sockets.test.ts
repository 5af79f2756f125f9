import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { WebSocket, WebSocketServer } from "ws";
import type { Session } from "../access/session";
import { hasSameRights, OpenSockets, socketLimits } from "./open-sockets";

const session = { id: "s", user: { id: "u", name: "ada", level: "admin" as const }, expiresAt: 0 };

let server: WebSocketServer;
let open: OpenSockets;
let now: Session | null;

beforeEach(async () => {
  now = session;
  server = new WebSocketServer({ host: "127.0.0.1", port: 0 });
  await once(server, "listening");
  open = new OpenSockets(
    { ...socketLimits, pingMs: 10, unansweredPings: 5, farewellMs: 50, waitingBytes: 64 * 1024 },
    { sessionOf: () => now, isSame: hasSameRights },
  );
  server.on("connection", (socket) => open.add(socket, session));
});

afterEach(async () => {
  await open.close();
  await new Promise((resolve) => server.close(resolve));
});

async function connected(
  options: { autoPong?: boolean } = {},
): Promise<{ client: WebSocket; served: WebSocket }> {
  const accepted = once(server, "connection");
  const client = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`, options);
  client.on("error", () => undefined);
  const [[served]] = (await Promise.all([accepted, once(client, "open")])) as [[WebSocket], unknown];
  return { client, served };
}

test("a socket that answers pings stays", async () => {
  const { client } = await connected();
  for (let ping = 0; ping < 20; ping += 1) await once(client, "ping");
  expect(open.ofUser("u")).toBe(1);
});

test("a socket that shows no sign of life is cut", async () => {
  const { served } = await connected({ autoPong: false });
  const [code] = await once(served, "close");
  expect(code).toBe(1006);
  expect(open.ofUser("u")).toBe(0);
});

test("a socket that its route does not read from is not taken for dead", async () => {
  const { client, served } = await connected();
  served.pause();
  for (let ping = 0; ping < 20; ping += 1) await once(client, "ping");
  expect(open.ofUser("u")).toBe(1);
  served.resume();
});

test("a socket that takes nothing is cut before the server grows", async () => {
  const { client, served } = await connected();
  client.pause();
  const closed = once(served, "close");
  served.send(Buffer.alloc(64 * 1024 * 1024));
  await closed;
  expect(open.ofUser("u")).toBe(0);
});

test("a session that ran out closes its sockets", async () => {
  const { client } = await connected();
  now = null;
  expect((await once(client, "close"))[0]).toBe(4401);
});

test("a session that may do other things than when they were opened opens them anew", async () => {
  const { client } = await connected();
  now = { ...session, user: { ...session.user, level: "viewer" } };
  expect((await once(client, "close"))[0]).toBe(4403);
});

test("what changed of another user closes nothing, of this one at once", async () => {
  // Nothing is asked by the clock here.
  await open.close();
  open = new OpenSockets(
    { ...socketLimits, farewellMs: 50 },
    { sessionOf: () => now, isSame: hasSameRights },
  );
  const { client } = await connected();
  now = { ...session, user: { ...session.user, level: "viewer" } };
  open.recheck("another");
  expect(open.ofUser("u")).toBe(1);
  open.recheck(null);
  expect((await once(client, "close"))[0]).toBe(4403);
});

test("nothing is heard from a socket whose session has ended", async () => {
  const { client, served } = await connected();
  const heard: string[] = [];
  served.on("message", (data) => heard.push(String(data)));
  client.send("before");
  await once(served, "message");
  now = null;
  open.recheck("u");
  client.send("after");
  await once(client, "close");
  expect(heard).toEqual(["before"]);
});

test("a stop says so, and does not wait for who does not answer", async () => {
  const [polite, deaf] = [await connected(), await connected()];
  deaf.client.pause();
  const goodbye = once(polite.client, "close");
  await open.close();
  const [code, reason] = await goodbye;
  expect([code, String(reason)]).toEqual([1012, "Passdeck is restarting."]);
  expect(open.ofUser("u")).toBe(0);
});
