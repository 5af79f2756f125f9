import type { NewSession } from "../access/session";
import type { ActRequest } from "../work/act-context";
import type { OpenSubscriptions } from "./open-subscriptions";

/** What a procedure knows of its caller. Made anew for each request and each socket. */
export interface Context extends ActRequest {
  /** Queries and mutations come over HTTP, subscriptions over a WebSocket; neither the other way. */
  transport: "http" | "socket";
  /** Has the browser keep a new session's secret, or forget its own with null. Does nothing on a socket. */
  setSession(session: NewSession | null): void;
  /** Has the browser keep what it is known by at the next sign-in. Does nothing on a socket. */
  setBrowserMark(mark: string): void;
  /** What its socket subscribed to; null over HTTP. */
  subscriptions: OpenSubscriptions | null;
}
