import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { type AddressInfo, createServer, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { localSockets } from "../../host/sockets";
import { connectToVnc } from "./connect-to-vnc";
import { playServer } from "./testing/fake-screen";

const letsIn = [Buffer.from("RFB 003.008\n"), 12, Buffer.of(1, 1), 1, Buffer.alloc(4)];
const patience = 10_000;

describe("connecting to a screen", () => {
  const servers: Server[] = [];
  afterEach(() => {
    for (const server of servers.splice(0)) server.close();
  });
  const listen = async (where: number | string, serve: (socket: Socket) => void): Promise<Server> => {
    const server = createServer((socket) => {
      socket.on("error", () => undefined);
      serve(socket);
    });
    servers.push(server);
    if (typeof where === "number") server.listen(where, "127.0.0.1");
    else server.listen(where);
    await once(server, "listening");
    return server;
  };
  const portOf = (server: Server) => (server.address() as AddressInfo).port;
  const connectTo = (port: number, milliseconds = patience) =>
    connectToVnc(localSockets, { at: { host: "127.0.0.1", port }, password: null }, "win11", milliseconds);

  test("works by a port and by a socket's path", async () => {
    const folder = await mkdtemp(join(tmpdir(), "passdeck-vnc-"));
    const path = join(folder, "vnc.sock");
    const serve = (socket: Socket) => void playServer(socket, letsIn);
    const byPort = await connectTo(portOf(await listen(0, serve)));
    await listen(path, serve);
    const byPath = await connectToVnc(localSockets, { at: { path }, password: null }, "win11", patience);
    for (const socket of [byPort, byPath]) {
      expect(socket.destroyed).toBe(false);
      socket.destroy();
    }
    await rm(folder, { recursive: true });
  });

  test("says that nobody answers there", async () => {
    const server = await listen(0, () => undefined);
    const port = portOf(server);
    server.close();
    await once(server, "close");
    await expect(connectTo(port)).rejects.toMatchObject({
      code: "host-unreachable",
      userMessage: expect.stringContaining(`win11’s screen cannot be reached at 127.0.0.1:${port}`),
    });
  });

  test("says that it takes too long, and gives the connection up", async () => {
    let ended: Promise<unknown> = Promise.resolve();
    const server = await listen(0, (socket) => {
      ended = once(socket.resume(), "close");
    });
    await expect(connectTo(portOf(server), 50)).rejects.toMatchObject({ code: "timed-out" });
    await ended;
  });

  test("says that it was hung up on", async () => {
    const server = await listen(0, (socket) => socket.end("RFB"));
    await expect(connectTo(portOf(server))).rejects.toMatchObject({ code: "host-unreachable" });
  });
});
