import type { Server as HttpServer } from "node:http";
import type { Server as HttpsServer } from "node:https";
import type { Socket } from "node:net";

/** Every TLS connection begins with a handshake record (RFC 8446, 5.1); no HTTP method begins with that byte. */
const handshakeRecord = 0x16;

/** A connection has to say something within this time. */
const silenceMs = 10_000;

/**
 * Has `plain` answer the connections to a TLS port that speak plain HTTP, told by their first byte.
 * @returns Lets go of the connections that have said nothing yet.
 */
export function sharePort(secure: HttpsServer, plain: HttpServer): () => void {
  const begin = secure.listeners("connection");
  const waiting = new Set<Socket>();
  secure.removeAllListeners("connection");
  secure.on("connection", (socket: Socket) => {
    waiting.add(socket);
    const giveUp = () => socket.destroy();
    socket.setTimeout(silenceMs, giveUp);
    socket.once("error", giveUp);
    socket.once("close", () => waiting.delete(socket));
    socket.once("readable", () => {
      waiting.delete(socket);
      const first: Buffer | null = socket.read();
      if (first === null) return giveUp();
      socket.setTimeout(0);
      socket.off("timeout", giveUp);
      socket.unshift(first);
      if (first[0] !== handshakeRecord) plain.emit("connection", socket);
      else for (const listener of begin) listener.call(secure, socket);
    });
  });
  return () => {
    for (const socket of waiting) socket.destroy();
  };
}
