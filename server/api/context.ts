import type { Who } from "../access/can";
import type { NewSession } from "../access/session";
import type { Services } from "./services";

/** What a procedure knows of its caller. Made anew for each request and each socket. */
export interface Context extends Who {
  services: Services;
  /** The session that the caller is signed in by. */
  sessionId: string | null;
  /** Address of the other end, for limits and the log. */
  remoteAddress: string;
  /** Address of this end: tells which network card carries the caller's connection. */
  localAddress: string;
  /** Queries and mutations come over HTTP, subscriptions over a WebSocket; neither the other way. */
  transport: "http" | "socket";
  /** Has the browser keep a new session's secret, or forget its own with null. Does nothing on a socket. */
  setSession(session: NewSession | null): void;
}
