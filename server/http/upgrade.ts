import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import type { Logger } from "pino";
import { type WebSocket, WebSocketServer } from "ws";
import type { Access } from "../access/access";
import { can, type Who, whoOf } from "../access/can";
import { installation } from "../access/object.schema";
import { ticketOfProtocols } from "../access/origin-proof.schema";
import type { ActOn } from "../access/rights";
import type { Session } from "../access/session";
import type { Caller, Guard } from "./guard";
import { type GuestDoor, type GuestPath, type GuestRoute, guestRouteAt, noGuests } from "./guest-door";
import { OpenGuests } from "./open-guests";
import { hasSameRights, OpenSockets, type SocketLimits, socketLimits } from "./open-sockets";
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
type SocketPath = Exclude<Extract<ActOn<"installation">, `/ws/${string}`>, GuestPath>;

export interface UpgradeDispatcherOptions {
  access: Pick<Access, "sessionById" | "onChange">;
  guard: Guard;
  log: Logger;
  guests?: GuestDoor | undefined;
  limits?: SocketLimits;
}

export interface UpgradeDispatcher {
  /** The server's only listener for upgrades. */
  handle(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Closes all sockets with "restarting" and takes no more. */
  close(): Promise<void>;
}

/** Whoever asks for a socket, as far as the checks before the upgrade need to know them. */
interface Visitor extends Pick<Caller, "address" | "secure"> {
  known: boolean;
  who: Who;
  openSockets: number;
  mostSockets: number;
  /** Takes over what was let in. */
  accept(socket: WebSocket): void;
}

/**
 * The one door for WebSockets. Host, Origin, session and right are checked before the upgrade; what has no path here is
 * destroyed; what was let in is closed when its session ends. Guests show a ticket in place of a session.
 * @param routes By path, which is the name of the right to open it as well.
 */
export function createUpgradeDispatcher(
  routes: UpgradeRoutes,
  { access, guard, log, guests = noGuests, limits = socketLimits }: UpgradeDispatcherOptions,
): UpgradeDispatcher {
  const byPath = new Map(Object.entries(routes));
  const servers = new Map(
    [...byPath, ...Object.entries(guests.routes)].map(([path, route]) => [path, webSocketServer(route)]),
  );
  const open = new OpenSockets(limits, {
    sessionOf: (id) => access.sessionById(id),
    isSame: hasSameRights,
  });
  const openGuests = new OpenGuests(guests, limits);
  const stopListening = access.onChange((user) => {
    open.recheck(user);
    openGuests.recheck();
  });
  let closing = false;

  const userOf = (message: IncomingMessage, route: UpgradeRoute | undefined): Visitor => {
    const caller = route?.takesTicket ? guard.callerOf(message) : guard.provenCallerOf(message);
    const { session, address: remoteAddress, localAddress } = caller;
    return {
      ...caller,
      known: session !== null,
      who: whoOf(session),
      openSockets: session ? open.ofUser(session.user.id) : 0,
      mostSockets: limits.perUser,
      accept(webSocket) {
        if (session === null) return webSocket.terminate();
        open.add(webSocket, session);
        route?.accept(webSocket, { session, remoteAddress, localAddress, message });
      },
    };
  };

  const guestOf = (message: IncomingMessage, route: GuestRoute): Visitor => {
    const { address, secure } = guard.callerOf(message);
    const ticket = ticketOfProtocols(message.headers["sec-websocket-protocol"]?.toString());
    const guest = ticket === null ? null : route.holderOf(ticket, address);
    return {
      address,
      secure,
      known: guest !== null,
      who: whoOf(null),
      openSockets: guest ? openGuests.ofLink(guest.linkId) : 0,
      mostSockets: guests.perLink,
      accept(webSocket) {
        if (guest === null) return webSocket.terminate();
        openGuests.add(webSocket, guest.linkId);
        guest.accept(webSocket);
      },
    };
  };

  const accept = (path: string, webSocket: WebSocket, visitor: Visitor) => {
    webSocket.on("error", (err) => log.debug({ err, path }, "socket failed"));
    try {
      visitor.accept(webSocket);
    } catch (err) {
      log.error({ err, path }, "socket could not be served");
      webSocket.close(1011, "Something went wrong in Passdeck; its log says what.");
    }
  };

  return {
    handle(message, socket, head) {
      socket.on("error", () => socket.destroy());
      if (closing) return void socket.destroy();
      const asked = parseTarget(message.url)?.path ?? "";
      const guestRoute = guestRouteAt(guests, asked);
      const visitor = guestRoute ? guestOf(message, guestRoute) : userOf(message, byPath.get(asked));
      const { origin, host, upgrade } = message.headers;
      const facts = {
        method: message.method ?? "",
        target: message.url,
        origin,
        host,
        secure: visitor.secure,
        upgrade,
        isForUs: guard.isForUs(message),
        signedIn: visitor.known,
        openSockets: visitor.openSockets,
        mostSockets: visitor.mostSockets,
      };
      const decision = judgeUpgrade(facts, {
        exists: (path) => servers.has(path),
        mayOpen: (path) => can(visitor.who, path, installation),
      });
      if (decision.kind === "refuse") {
        // Strangers can ask for as many as they like.
        log.debug({ address: visitor.address, status: decision.status }, "upgrade refused");
        return refuseUpgrade(socket, decision.status);
      }
      if (decision.kind === "destroy") return void socket.destroy();
      servers.get(decision.path)?.handleUpgrade(message, socket, head, (webSocket) => {
        accept(decision.path, webSocket, visitor);
      });
    },
    async close() {
      closing = true;
      stopListening();
      await Promise.all([open.close(), openGuests.close()]);
    },
  };
}

function webSocketServer({
  protocols = [],
  largestMessage = 1024 * 1024,
}: Pick<UpgradeRoute, "protocols" | "largestMessage">): WebSocketServer {
  return new WebSocketServer({
    noServer: true,
    clientTracking: false,
    // It would cost a fifth to a third of the throughput, and memory for each socket.
    perMessageDeflate: false,
    maxPayload: largestMessage,
    handleProtocols: (offered) => protocols.find((protocol) => offered.has(protocol)) ?? false,
  });
}
