import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { type WebSocket, WebSocketServer } from "ws";

/** A WebSocket server on a free port, for one test. */
export async function serveSockets(accept: (socket: WebSocket, query: URLSearchParams) => void) {
  const server = new WebSocketServer({ host: "127.0.0.1", port: 0, perMessageDeflate: false });
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.on("connection", (socket, request) => {
    accept(socket, new URL(request.url ?? "/", "ws://host").searchParams);
  });
  return {
    url: `ws://127.0.0.1:${port}/`,
    close: async () => {
      for (const socket of server.clients) socket.terminate();
      server.close();
      await once(server, "close");
    },
  };
}
