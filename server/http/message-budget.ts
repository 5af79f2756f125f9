import type { WebSocket } from "ws";

/** What a socket may send: so many messages at once, and so many a second from then on. */
export interface MessageLimits {
  atOnce: number;
  perSecond: number;
}

/** Close code for a socket that asks for more than it may, after HTTP's 429. */
const tooManyCode = 4429;

/** Ends a socket that asked for too much. What still comes in counts no more. */
export function endGreedy(socket: WebSocket): void {
  socket.removeAllListeners("message");
  socket.close(tooManyCode, "This page asks for too much at once.");
}

/** Ends `socket` when more messages come than `limits` allow. @param now Milliseconds, of whatever beginning. */
export function limitMessages(socket: WebSocket, limits: MessageLimits, now = () => performance.now()): void {
  let left = limits.atOnce;
  let at = now();
  socket.on("message", () => {
    const time = now();
    left = Math.min(limits.atOnce, left + ((time - at) / 1000) * limits.perSecond) - 1;
    at = time;
    if (left < 0) endGreedy(socket);
  });
}
