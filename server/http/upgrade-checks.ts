import { isSameOrigin, type OriginFacts } from "./origin";
import { parseTarget } from "./request-target";

/** What an upgrade request shows. */
export interface UpgradeFacts extends OriginFacts {
  method: string;
  target: string | undefined;
  /** The Upgrade header. */
  upgrade: string | undefined;
  /** The Host header names this server. */
  isForUs: boolean;
  signedIn: boolean;
  /** Sockets that the user has open. */
  openSockets: number;
}

export type UpgradeDecision =
  | { kind: "accept"; path: string }
  | { kind: "refuse"; status: 401 | 403 | 429 }
  /** Not worth an answer. */
  | { kind: "destroy" };

/** What is asked about a path. */
export interface RouteQuestions {
  /** Something is served there. */
  exists(path: string): boolean;
  /** Whoever sent the request may open it. */
  mayOpen(path: string): boolean;
}

/** What becomes of an upgrade request, before anything of it happens. */
export function judgeUpgrade(
  facts: UpgradeFacts,
  route: RouteQuestions,
  socketsPerUser: number,
): UpgradeDecision {
  const path = parseTarget(facts.target)?.path;
  const isWebSocket = facts.method === "GET" && facts.upgrade?.toLowerCase() === "websocket";
  if (path === undefined || !route.exists(path) || !isWebSocket) return { kind: "destroy" };
  if (!facts.isForUs || !isSameOrigin(facts)) return { kind: "refuse", status: 403 };
  if (!facts.signedIn) return { kind: "refuse", status: 401 };
  if (!route.mayOpen(path)) return { kind: "refuse", status: 403 };
  if (facts.openSockets >= socketsPerUser) return { kind: "refuse", status: 429 };
  return { kind: "accept", path };
}
