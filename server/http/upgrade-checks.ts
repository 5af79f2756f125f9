import { allows, type Level } from "../api/permissions";
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
  level: Level;
  /** Sockets that the user has open. */
  openSockets: number;
}

export type UpgradeDecision =
  | { kind: "accept"; path: string }
  | { kind: "refuse"; status: 401 | 403 | 429 }
  /** Not worth an answer. */
  | { kind: "destroy" };

/** What becomes of an upgrade request, before anything of it happens. */
export function judgeUpgrade(
  facts: UpgradeFacts,
  levelOf: (path: string) => Level | undefined,
  socketsPerUser: number,
): UpgradeDecision {
  const path = parseTarget(facts.target)?.path;
  const needed = path === undefined ? undefined : levelOf(path);
  const isWebSocket = facts.method === "GET" && facts.upgrade?.toLowerCase() === "websocket";
  if (path === undefined || needed === undefined || !isWebSocket) return { kind: "destroy" };
  if (!facts.isForUs || !isSameOrigin(facts)) return { kind: "refuse", status: 403 };
  if (facts.level === "public") return { kind: "refuse", status: 401 };
  if (!allows(facts.level, needed)) return { kind: "refuse", status: 403 };
  if (facts.openSockets >= socketsPerUser) return { kind: "refuse", status: 429 };
  return { kind: "accept", path };
}
