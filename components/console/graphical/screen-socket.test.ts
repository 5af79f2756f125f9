import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type WebSocket as ServerSocket, WebSocket as WsWebSocket } from "ws";
import { GraphicalConsoles } from "@/server/console/graphical/graphical-consoles";
import type { GraphicalSource } from "@/server/console/graphical/source";
import { FakeScreen } from "@/server/console/graphical/testing/fake-screen";
import { serveSockets } from "@/server/console/testing/socket-server";
import { someone } from "@/server/console/testing/someone";
import { AppError } from "@/server/errors";
import { ConsoleRefused } from "../ticketed-link";
import type { ScreenChannel } from "./screen-channel";
import { ScreenSocket, type ScreenSocketOptions } from "./screen-socket";

const ada = someone("1", "ada");

/** The real server, with a synthetic screen behind it. */
async function serve() {
  const guest = new FakeScreen();
  const source: GraphicalSource = { has: () => true, open: guest.open };
  const consoles = new GraphicalConsoles({ source, log: { info: () => undefined, error: () => undefined } });
  const sockets: ServerSocket[] = [];
  const server = await serveSockets((socket) => {
    sockets.push(socket);
    consoles.accept(socket, ada);
  });
  const ticket = (readOnly: boolean) =>
    consoles.issueTicket(ada, { hostId: "local", vmId: "a", kind: "graphical", readOnly }).ticket;
  const close = async () => {
    await consoles.close();
    await server.close();
  };
  return { guest, source, sockets, ticket, url: server.url, close };
}

/** As a browser opens one: closing it early is no error that anybody has to handle. */
function openSocket(url: string): WebSocket {
  const socket = new WsWebSocket(url);
  socket.on("error", () => undefined);
  return socket as unknown as WebSocket;
}

function makePage(served: Awaited<ReturnType<typeof serve>>, options: Partial<ScreenSocketOptions> = {}) {
  const channels: ScreenChannel[] = [];
  const received: string[] = [];
  const lost = vi.fn();
  const socket = new ScreenSocket({
    url: served.url,
    ticket: async (readOnly) => served.ticket(readOnly),
    connect: openSocket,
    retryDelay: () => 1,
    onChannel: (channel) => {
      channels.push(channel);
      channel.onmessage = ({ data }) => received.push(Buffer.from(data).toString());
    },
    onLost: lost,
    onStatus: () => undefined,
    ...options,
  });
  return { socket, channels, received, lost };
}

describe("ScreenSocket", () => {
  let served: Awaited<ReturnType<typeof serve>>;
  let page: ReturnType<typeof makePage>;
  const open = (count = 1) => vi.waitFor(() => expect(page.channels).toHaveLength(count));
  beforeEach(async () => {
    served = await serve();
    page = makePage(served);
    page.socket.connect();
    await open();
  });
  afterEach(async () => {
    page.socket.rest();
    await served.close();
  });

  test("hands VNC's bytes on, and nothing else", async () => {
    await vi.waitFor(() => expect(page.received.join("")).toBe("RFB 003.008\n"));
    await vi.waitFor(() => expect(page.socket.status).toMatchObject({ link: "open", viewers: 1 }));
  });

  test("connects again with a new ticket when the line breaks, and when the screen closed", async () => {
    served.sockets[0]?.terminate();
    await open(2);
    expect(page.lost).toHaveBeenCalledTimes(1);
    served.guest.viewers[1]?.end();
    await open(3);
    expect(page.socket.status.link).toBe("open");
  });

  test("says in the server's words why there is no screen, and tries no more", async () => {
    const userMessage = "It listens on 0.0.0.0. ".repeat(20);
    served.source.open = async () => {
      throw new AppError("conflict", { userMessage });
    };
    page.socket.connect();
    await vi.waitFor(() =>
      expect(page.socket.status).toMatchObject({ link: "closed", message: userMessage }),
    );
    expect(page.channels).toHaveLength(1);
  });

  test("tries no more where the ticket itself is refused", async () => {
    const refused = makePage(served, {
      ticket: async () => {
        throw new ConsoleRefused("The VM is gone.");
      },
    });
    refused.socket.connect();
    await vi.waitFor(() =>
      expect(refused.socket.status).toMatchObject({ link: "closed", message: "The VM is gone." }),
    );
  });

  test("connects anew to become read-only, and back", async () => {
    page.socket.setReadOnly(true);
    await open(2);
    expect(page.socket.status).toMatchObject({ link: "open", readOnly: true });
    page.socket.setReadOnly(false);
    await open(3);
    expect(page.socket.status.readOnly).toBe(false);
  });

  test("rests until somebody asks", async () => {
    page.socket.rest();
    await vi.waitFor(() => expect(served.guest.viewers[0]?.destroyed).toBe(true));
    expect(page.socket.status.link).toBe("idle");
    page.socket.connect();
    await open(2);
  });

  test("tells noVNC of the end after the call that ends it, and sends nothing then", async () => {
    const [channel] = page.channels;
    const order: string[] = [];
    if (channel === undefined) throw new Error("there is no channel");
    channel.onclose = () => order.push("closed");
    channel.close();
    channel.close();
    order.push("returned");
    await vi.waitFor(() => expect(order).toEqual(["returned", "closed"]));
    channel.onmessage = () => order.push("message");
    channel.receive(new ArrayBuffer(1));
    expect(order).toHaveLength(2);
  });
});
