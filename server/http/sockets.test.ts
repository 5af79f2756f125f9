import { once } from "node:events";
import { connect } from "node:net";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { procedureKinds } from "../api/procedure-kinds";
import { appRouter } from "../api/router";
import { fuzzSeed } from "../setup/fuzz-seed.mjs";
import { closeCode, reader, SocketWorld, watchFleet } from "./socket-world.test-data";

/** How long the random frames may take; a hundred thousand take minutes. */
const patience = 600_000;

let world: SocketWorld;

beforeAll(async () => {
  world = await SocketWorld.start();
});

afterAll(() => world.server.stop());

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
        const socket = await world.open(path);
        socket.on("error", () => undefined);
        socket.send(frame);
        socket.send(frame);
        socket.close();
        await once(socket, "close");
      }
      expect((await world.server.request("/healthz")).status).toBe(200);
    },
  );

  test(
    "at random, by the thousand, leaves the others at work",
    async () => {
      const stays = await world.open();
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
              fc.record({
                path: fc.constantFrom(...procedureKinds(appRouter).keys(), "x"),
                input: fc.jsonValue(),
              }),
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
            const socket = await world.open(path);
            for (const one of frames) socket.send(one);
            socket.close();
            await once(socket, "close");
          },
        ),
        // Each sends up to fifty, twenty-five on the average: with `npm run fuzz` more than a hundred thousand frames.
        { numRuns: fuzzSeed() === null ? 60 : 5_000 },
      );
      stays.send(watchFleet);
      expect(await next()).toEqual({ id: 1, result: { type: "started" } });
      stays.terminate();
    },
    patience,
  );

  test("that breaks the protocol of WebSockets ends its own", async () => {
    const socket = connect(world.server.port, "127.0.0.1");
    socket.write(world.upgradeText("/ws/trpc"));
    await once(socket, "data");
    socket.write(Buffer.from([0xff, 0xff, 0xff, 0xff, 0xff, 0xff]));
    socket.resume();
    await once(socket, "close");
    expect((await world.server.request("/healthz")).status).toBe(200);
  });

  test("that is larger than all that a page asks for at once closes its socket", async () => {
    const socket = await world.open();
    socket.send("x".repeat(64 * 1024 + 1));
    expect(await closeCode(socket)).toBe(1009);
  });
});

describe("who asks for too much at once is sent away", () => {
  const watch = (id: number) => ({ id, method: "subscription", params: { path: "job.watch" } });

  test("with more subscriptions than a page has", async () => {
    const socket = await world.open();
    for (let id = 1; id <= 65; id += 1) socket.send(JSON.stringify(watch(id)));
    expect(await closeCode(socket)).toBe(4429);
  });

  test("with all of them in one message", async () => {
    const socket = await world.open();
    socket.send(JSON.stringify(Array.from({ length: 600 }, (_, index) => watch(index + 1))));
    expect(await closeCode(socket)).toBe(4429);
  });

  test("with messages without end, whatever they say", async () => {
    const socket = await world.open();
    for (let count = 0; count < 300; count += 1) socket.send("PING");
    expect(await closeCode(socket)).toBe(4429);
  });

  test("while subscriptions that are over make room", async () => {
    const socket = await world.open();
    const next = reader(socket);
    for (let id = 1; id <= 90; id += 1) {
      socket.send(JSON.stringify(watch(id)));
      expect(await next()).toMatchObject({ id, result: { type: "started" } });
      socket.send(JSON.stringify({ id, method: "subscription.stop" }));
      let told: unknown;
      do told = await next();
      while (!JSON.stringify(told).includes('"stopped"'));
    }
    socket.terminate();
  });
});

test("frames are not compressed", async () => {
  const socket = await world.open();
  expect(socket.extensions).toBe("");
  socket.terminate();
});

test("a subscription comes over a socket, a query or change does not", async () => {
  const socket = await world.open();
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
