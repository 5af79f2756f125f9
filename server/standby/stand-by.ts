import type { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import { createProxyServer, type ProxyServerOptions } from "httpxy";
import type { Logger } from "pino";
import { keyPairFor } from "../http/certificate";
import type { Client } from "../http/client";
import { Guard } from "../http/guard";
import { listen } from "../http/listener";
import { standbyHeader } from "../http/standby-header";
import type { Settings } from "../settings";
import type { ActiveProcess } from "./active-process";
import { pinnedAgent } from "./pinned-agent";

/** A process that serves people by the active one, until it is that itself. */
export interface StandBy {
  /** Passes on what comes from here on to another process; null while none is known. */
  follow(active: ActiveProcess | null): void;
  /** Cuts what is under way, and frees the port. */
  close(): Promise<void>;
}

/** Who is signed in is the active process's to know. */
const nobody = { sessionOf: () => null, provenSessionOf: () => null, keySessionOf: () => null };

/** Opens the port, and passes on what comes there. @throws AppError where the port can't be had. */
export async function standBy(settings: Settings, log: Logger): Promise<StandBy> {
  const guard = new Guard({ access: nobody, ...settings });
  const proxy = createProxyServer();
  let active: Followed | null = null;
  const wayOf = (request: IncomingMessage, to: Followed) => ({
    ...to.way,
    headers: { ...forwarded(guard.clientOf(request)), [standbyHeader]: to.secret },
  });
  // The server closes what asks, and not what has become a WebSocket.
  const upgraded = new Set<Socket>();
  const listener = await listen({
    host: settings.host,
    port: settings.port,
    keyPair: await keyPairFor(settings),
    guard,
    onRequest(request, response) {
      if (!guard.isForUs(request)) return refuse(response, 421, "Passdeck does not answer to this name.");
      if (active === null) return refuse(response, 503, starting);
      void proxy.web(request, response, wayOf(request, active));
    },
    onUpgrade(request, socket, head) {
      if (active === null || !guard.isForUs(request) || !(socket instanceof Socket)) return socket.destroy();
      upgraded.add(socket);
      socket.once("close", () => upgraded.delete(socket));
      void proxy.ws(request, socket, wayOf(request, active), head);
    },
  });
  proxy.on("error", (err, _request, answer) => {
    log.info({ err }, "the active Passdeck did not answer");
    if (answer instanceof Socket) answer.destroy();
    else if (answer !== undefined) refuse(answer, 503, starting);
  });
  return {
    follow(process) {
      if (process?.url === active?.url && process?.secret === active?.secret) return;
      active = process === null ? null : { ...process, way: wayTo(process) };
      if (process !== null) log.info({ active: process.url }, "stands by");
    },
    close() {
      for (const socket of upgraded) socket.destroy();
      return listener.close(0);
    },
  };
}

const starting = "No Passdeck is active at the moment. One takes over within seconds: try again.";

interface Followed extends ActiveProcess {
  way: ProxyServerOptions;
}

function wayTo({ url, certificate }: ActiveProcess): ProxyServerOptions {
  return { target: url, agent: pinnedAgent(certificate), proxyTimeout: 0 };
}

/** In the place of what the browser says of itself. */
function forwarded({ address, secure }: Client) {
  return { "x-forwarded-for": address, "x-forwarded-proto": secure ? "https" : "http" };
}

function refuse(response: ServerResponse, status: number, text: string): void {
  if (response.headersSent) return void response.destroy();
  response
    .writeHead(status, { "Content-Type": "text/plain; charset=utf-8", "Retry-After": "1" })
    .end(`${text}\n`);
}
