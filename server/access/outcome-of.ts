import type { Outcome } from "../database/audit-outcome.schema";
import { AppError, type AppErrorCode } from "../errors";

const refusals: readonly AppErrorCode[] = ["forbidden", "unauthorised", "reauthenticate"];

/** How the audit tells of an act that has thrown this, and why, for people. */
export function outcomeOf(error: unknown): { outcome: Outcome; problem: string } {
  if (!(error instanceof AppError)) return { outcome: "crashed", problem: String(error) };
  const { code, userMessage: problem } = error;
  if (refusals.includes(code)) return { outcome: "refused", problem };
  return { outcome: code === "conflict" ? "conflict" : "failed", problem };
}
