import { CircleCheck, CircleHelp, CircleX, type LucideIcon, TriangleAlert } from "lucide-react";
import type { Tone } from "@/components/ui/badge";
import type { Check } from "@/server/host/checks/check.schema";

export type CheckStatus = Check["status"];

/** How the answer of a check looks, and what it is called. */
export const checkLooks: Readonly<Record<CheckStatus, { icon: LucideIcon; tone: Tone; word: string }>> = {
  fail: { icon: CircleX, tone: "danger", word: "failed" },
  warn: { icon: TriangleAlert, tone: "warning", word: "warning" },
  unknown: { icon: CircleHelp, tone: "neutral", word: "unknown" },
  pass: { icon: CircleCheck, tone: "success", word: "passed" },
};

/** The worst first. */
export const checkOrder: readonly CheckStatus[] = ["fail", "warn", "unknown", "pass"];

/** The worst first; what is equally bad stays in its order. */
export function worstFirst<Item extends { status: CheckStatus }>(checks: readonly Item[]): Item[] {
  return checks.toSorted((one, other) => checkOrder.indexOf(one.status) - checkOrder.indexOf(other.status));
}
