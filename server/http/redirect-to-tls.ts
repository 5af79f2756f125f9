import { createServer, type Server } from "node:http";
import type { Guard } from "./guard";
import { parseTarget } from "./request-target";
import { securityHeaders } from "./security-headers";

/** Not listening itself: answers what came as plain HTTP to the TLS port with the same address under https. */
export function redirectToTls(guard: Pick<Guard, "isForUs">): Server {
  return createServer((request, response) => {
    for (const [name, value] of Object.entries(securityHeaders({ nonce: null, strictTransport: false }))) {
      response.setHeader(name, value);
    }
    response.setHeader("Connection", "close");
    const isRead = request.method === "GET" || request.method === "HEAD";
    if (!isRead || !parseTarget(request.url) || !guard.isForUs(request)) {
      response.writeHead(400, { "Content-Type": "text/plain; charset=utf-8" }).end("Use https.\n");
      return;
    }
    // Temporary, so that no browser keeps it after TLS was turned off.
    response.writeHead(307, { Location: `https://${request.headers.host}${request.url}` }).end();
  }).setTimeout(10_000);
}
