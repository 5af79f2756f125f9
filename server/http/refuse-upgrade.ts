import { STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import { securityHeaders } from "./security-headers";

/** Answers a request for an upgrade with a status instead, and lets the connection go. */
export function refuseUpgrade(socket: Duplex, status: number): void {
  const headers = {
    ...securityHeaders({ nonce: null, strictTransport: false }),
    Connection: "close",
    "Content-Length": "0",
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  socket.once("finish", () => socket.destroy());
  socket.end([`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ""}`, ...lines, "", ""].join("\r\n"));
}
