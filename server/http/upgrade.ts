import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import type { Logger } from "pino";
import { type WebSocket, WebSocketServer } from "ws";
import type { Access } from "../access/access";
import { can, whoOf } from "../access/can";
import { installation } from "../access/object.schema";
import type { ActOn } from "../access/rights";
import type { Session } from "../access/session";
import type { Guard } from "./guard";
import { OpenSockets, type SocketLimits, socketLimits } from "./open-sockets";
import { refuseUpgrade } from "./refuse-upgrade";
import { parseTarget } from "./request-target";
import { judgeUpgrade } from "./upgrade-checks";

/** A request for a WebSocket that passed every check. */
export interface AuthenticatedRequest {
  session: Session;
  remoteAddress: string;
  localAddress: string;
  message: IncomingMessage;
}

/** What is served at one path. */
export interface UpgradeRoute {
  /** Subprotocols on offer, the best first. */
  protocols?: readonly string[];
  /** Its first message shows a ticket, which only pages that have a proof of their origin are given. */
  takesTicket?: boolean;
  /** The largest message that it takes, in bytes; 1 MiB where nothing is said. */
  largestMessage?: number;
  /** Takes over a socket that is open. */
  accept(socket: WebSocket, request: AuthenticatedRequest): void;
}

/** Routes by path; each has its right in the table. */
export type UpgradeRoutes = Readonly<Partial<Record<SocketPath, UpgradeRoute>>>;
type SocketPath = Extract<ActOn<"installation">, `/ws/${string}`>;

export interface UpgradeDispatcherOptions {
  access: Pick<Access, "sessionById" | "onChange">;
  guard: Guard;
  log: Logger;
  limits?: SocketLimits;
}

export interface UpgradeDispatcher {
  /** The server's only listener for upgrades. */
  handle(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Closes all sockets with "restarting" and takes no more. */
  close(): Promise<void>;
}

/**
 * The one door for WebSockets. Host, Origin, session and right are checked before the upgrade; what has no path here is
 * destroyed; what was let in is closed when its session ends.
 * @param routes By path, which is the name of the right to open it as well.
 */
export function createUpgradeDispatcher(
  routes: UpgradeRoutes,
  { access, guard, log, limits = socketLimits }: UpgradeDispatcherOptions,
): UpgradeDispatcher {
  const byPath = new Map(Object.entries(routes));
  const servers = new Map([...byPath].map(([path, route]) => [path, webSocketServer(route)]));
  const open = new OpenSockets(limits, (id) => access.sessionById(id));
  const stopListening = access.onChange((user) => open.recheck(user));
  let closing = false;

  const accept = (path: string, webSocket: WebSocket, request: AuthenticatedRequest) => {
    open.add(webSocket, request.session);
    webSocket.on("error", (err) => log.debug({ err, path }, "socket failed"));
    try {
      byPath.get(path)?.accept(webSocket, request);
    } catch (err) {
      log.error({ err, path }, "socket could not be served");
      webSocket.close(1011, "Something went wrong in Passdeck; its log says what.");
    }
  };

  const callerOf = (message: IncomingMessage) =>
    byPath.get(parseTarget(message.url)?.path ?? "")?.takesTicket
      ? guard.callerOf(message)
      : guard.provenCallerOf(message);

  return {
    handle(message, socket, head) {
      socket.on("error", () => socket.destroy());
      if (closing) return void socket.destroy();
      const { address, localAddress, secure, session } = callerOf(message);
      const { origin, host, upgrade } = message.headers;
      const facts = {
        method: message.method ?? "",
        target: message.url,
        origin,
        host,
        secure,
        upgrade,
        isForUs: guard.isForUs(message),
        signedIn: session !== null,
        openSockets: session ? open.ofUser(session.user.id) : 0,
      };
      const questions = {
        exists: (path: string) => byPath.has(path),
        mayOpen: (path: string) => can(whoOf(session), path, installation),
      };
      const decision = judgeUpgrade(facts, questions, limits.perUser);
      if (decision.kind === "refuse") {
        // Strangers can ask for as many as they like.
        log.debug({ address, status: decision.status }, "upgrade refused");
        return refuseUpgrade(socket, decision.status);
      }
      if (decision.kind === "destroy" || session === null) return void socket.destroy();
      servers.get(decision.path)?.handleUpgrade(message, socket, head, (webSocket) => {
        accept(decision.path, webSocket, { session, remoteAddress: address, localAddress, message });
      });
    },
    async close() {
      closing = true;
      stopListening();
      await open.close();
    },
  };
}

function webSocketServer({ protocols = [], largestMessage = 1024 * 1024 }: UpgradeRoute): WebSocketServer {
  return new WebSocketServer({
    noServer: true,
    clientTracking: false,
    // It would cost a fifth to a third of the throughput, and memory for each socket.
    perMessageDeflate: false,
    maxPayload: largestMessage,
    handleProtocols: (offered) => protocols.find((protocol) => offered.has(protocol)) ?? false,
  });
}
