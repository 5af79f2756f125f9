import { once } from "node:events";
import type { WebSocket } from "ws";

/** Waits until sockets that were told to close have done so; those that have not within `milliseconds` are cut. */
export async function closeAll(sockets: Iterable<WebSocket>, milliseconds: number): Promise<void> {
  const open = [...sockets].filter((socket) => socket.readyState !== socket.CLOSED);
  const closed = open.map((socket) => once(socket, "close"));
  const cut = setTimeout(() => {
    for (const socket of open) socket.terminate();
  }, milliseconds);
  await Promise.all(closed);
  clearTimeout(cut);
}
