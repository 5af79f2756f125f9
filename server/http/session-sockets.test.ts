import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeCode, reader, SocketWorld, watchFleet } from "./socket-world.test-data";
import { goodPassword, proofOf, startTestServer } from "./test-server.test-data";

let world: SocketWorld;

beforeAll(async () => {
  world = await SocketWorld.start();
});

afterAll(() => world.server.stop());

describe("the end of a session", () => {
  test("by sign-out closes all its sockets and none of another", async () => {
    const [mine, other] = [await world.signIn(), await world.signIn()];
    const sockets = [
      await world.open("/ws/trpc", { cookie: mine }),
      await world.open("/ws/trpc", { cookie: mine }),
    ];
    const stays = await world.open("/ws/trpc", { cookie: other });
    const closed = Promise.all(sockets.map(closeCode));
    expect((await world.server.mutate("session.signOut", {}, { cookie: mine })).status).toBe(200);
    expect(await closed).toEqual([4401, 4401]);
    expect(await world.upgradeStatus("/ws/trpc", { cookie: mine })).toBe(401);
    const next = reader(stays);
    stays.send(watchFleet);
    expect(await next()).toHaveProperty("result");
    stays.terminate();
  });

  test("cuts a socket whose other end does not answer", async () => {
    const mine = await world.signIn();
    const socket = connect(world.server.port, "127.0.0.1");
    const text = world.upgradeText("/ws/trpc").replace(world.cookie, mine);
    socket.write(text.replace(proofOf(world.cookie), proofOf(mine)));
    await once(socket, "data");
    const closed = closedByOtherEnd(socket);
    await world.server.mutate("session.signOut", {}, { cookie: mine });
    await closed;
  });

  test("by a new sign-in in the same browser closes the old one's sockets", async () => {
    const mine = await world.signIn();
    const socket = await world.open("/ws/trpc", { cookie: mine });
    const code = closeCode(socket);
    await world.server.mutate("session.signIn", { name: "root", password: goodPassword }, { cookie: mine });
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
