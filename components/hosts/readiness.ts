import type { CheckProgress } from "./check-progress";

/** Whether a host can be added or saved, and with how good a conscience. */
export type Readiness = { way: "ready" | "anyway"; reason: null } | { way: "not-yet"; reason: string };

/**
 * @param hasAllKeys Whether a key is accepted of each hop of the route.
 * @param isManaged Whether the host is managed already: the way to it was tested once.
 */
export function readiness(
  { outcome, steps }: CheckProgress,
  hasAllKeys: boolean,
  isManaged: boolean,
): Readiness {
  if (outcome === "runs") return { way: "not-yet", reason: "The test is under way." };
  if (
    !hasAllKeys ||
    steps.some(({ step, state }) => step === "key" && (state === "asks" || state === "failed"))
  )
    return { way: "not-yet", reason: "Test the way to the host and accept its key first." };
  if (outcome === "passed") return { way: "ready", reason: null };
  // It may be off, or be set up later.
  if (outcome === "failed") return { way: "anyway", reason: null };
  return isManaged
    ? { way: "ready", reason: null }
    : { way: "not-yet", reason: "Test the way to the host first." };
}
