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
  /** Somebody is signed in, or has what stands for it at a route for guests. */
  signedIn: boolean;
  /** Sockets that they have open, and how many they may. */
  openSockets: number;
  mostSockets: number;
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
export function judgeUpgrade(facts: UpgradeFacts, route: RouteQuestions): UpgradeDecision {
  const path = parseTarget(facts.target)?.path;
  const isWebSocket = facts.method === "GET" && facts.upgrade?.toLowerCase() === "websocket";
  if (path === undefined || !route.exists(path) || !isWebSocket) return { kind: "destroy" };
  if (!facts.isForUs || !isSameOrigin(facts)) return { kind: "refuse", status: 403 };
  if (!facts.signedIn) return { kind: "refuse", status: 401 };
  if (!route.mayOpen(path)) return { kind: "refuse", status: 403 };
  if (facts.openSockets >= facts.mostSockets) return { kind: "refuse", status: 429 };
  return { kind: "accept", path };
}
