import { createHash } from "node:crypto";
import type { Plan } from "./plan.schema";

/**
 * Completes a plan with its fingerprint, which covers all that is shown and all that is done, so that it changes with
 * any fact that either is made of.
 * @param input What the plan's job will get.
 */
export function withFingerprint(plan: Omit<Plan, "fingerprint">, input: unknown): Plan {
  const text = JSON.stringify([plan, input]);
  return { ...plan, fingerprint: createHash("sha256").update(text).digest("hex") };
}

/** The plan, with more that is told before the yes. */
export function warnedPlan(plan: Plan, more: readonly string[]): Plan {
  return more.length === 0 ? plan : withFingerprint({ ...plan, warnings: [...plan.warnings, ...more] }, null);
}

/** The plan, which can't be carried out after all. */
export function refusedPlan(plan: Plan, refusal: string): Plan {
  return withFingerprint({ ...plan, steps: [], warnings: [], refusal }, null);
}
