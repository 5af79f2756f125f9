import type { ConsoleLimits } from "./limits";

/** The part of a viewer that decides whether the guest has to wait for it. */
export interface Follower {
  /** Bytes that it has still to draw. */
  lag: number;
  /** When it counts as stalled, on the clock of `now`; null when it owes nothing. */
  stallsAt: number | null;
}

export interface FlowDecision {
  /** Whether the guest's output is to wait. */
  hold: boolean;
  /** When to decide anew though nothing happened; null when there is no need. */
  decideAgainAt: number | null;
}

const drain: FlowDecision = { hold: false, decideAgainAt: null };

/**
 * Whether a guest that prints faster than anybody reads is held back. Only the fastest follower counts, so that a
 * slow one slows no other, and one that stalled does not count at all. With nobody watching nothing is held back:
 * the guest must not depend on being watched. `holding` is the decision before, for the hysteresis.
 */
export function decideFlow(
  followers: Iterable<Follower>,
  holding: boolean,
  now: number,
  limits: Pick<ConsoleLimits, "lagHigh" | "lagLow">,
): FlowDecision {
  const live = [...followers].filter(({ stallsAt }) => stallsAt === null || stallsAt > now);
  if (live.length === 0) return drain;
  const leastLag = Math.min(...live.map(({ lag }) => lag));
  if (leastLag <= (holding ? limits.lagLow : limits.lagHigh)) return drain;
  const deadlines = live.flatMap(({ stallsAt }) => stallsAt ?? []);
  return { hold: true, decideAgainAt: deadlines.length > 0 ? Math.min(...deadlines) : null };
}
