import type { Transport } from "@/server/host/route/host-route.schema";
import { type CheckNews, type CheckStep, checkSteps } from "@/server/work/hosts/host-request.schema";

export interface ShownStep {
  step: CheckStep;
  /** "waits": it was not come to. */
  state: CheckNews["state"] | "waits";
  /** What was found, each once. */
  said: readonly string[];
  fix: string | null;
}

/** How far a test has come, and what came of it. */
export interface CheckProgress {
  /** "none" before the first test, and when what was tested is another by now. */
  outcome: "none" | "runs" | "stopped" | "passed" | "asks" | "failed";
  steps: readonly ShownStep[];
  /** The key that is asked about. */
  seen: CheckNews["seen"];
  /** Why there could be no test; null where there could. */
  problem: string | null;
}

export const noCheck: CheckProgress = { outcome: "none", steps: [], seen: null, problem: null };

export function begunCheck(transport: Transport): CheckProgress {
  const steps = checkSteps[transport].map((step) => ({ step, state: "waits", said: [], fix: null }) as const);
  return { ...noCheck, outcome: "runs", steps };
}

/** With what the server tells next. */
export function withNews(
  progress: CheckProgress,
  { step, state, said, fix, seen }: CheckNews,
): CheckProgress {
  const after = progress.steps.map((one) => {
    if (one.step === step) return { step, state, fix, said: saidOnce(one.said, said) };
    return state === "asks" || state === "failed" ? settled(one) : one;
  });
  return { ...progress, steps: after, seen };
}

/** Once the server has no more to tell. */
export function withEnd(progress: CheckProgress): CheckProgress {
  const states = progress.steps.map(({ state }) => state);
  const outcome = states.includes("failed")
    ? "failed"
    : states.includes("asks")
      ? "asks"
      : states.every((state) => state === "passed" || state === "left")
        ? "passed"
        : "stopped";
  return { ...progress, outcome, steps: progress.steps.map(settled) };
}

/** Once its user stopped it, or the server can't do it. */
export function withStop(progress: CheckProgress, problem: string | null): CheckProgress {
  return { ...progress, outcome: "stopped", steps: progress.steps.map(settled), problem };
}

/** Nothing runs any more. */
function settled(one: ShownStep): ShownStep {
  return one.state === "runs" ? { ...one, state: "waits" } : one;
}

function saidOnce(before: readonly string[], said: string | null): readonly string[] {
  return said === null || before.includes(said) ? before : [...before, said];
}
