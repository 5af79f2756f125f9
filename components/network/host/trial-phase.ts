import type { BridgesState } from "@/server/work/bridge/see-bridges";

/** What a page knows of a new network that is tried. */
export interface Trial {
  phase: "none" | "changing" | "checking" | "kept" | "back";
  /** Until the old network comes back by itself. */
  secondsLeft: number;
  /** The last question was not answered: the host is not reached. */
  unreachable: boolean;
}

/**
 * @param told What the server said last; null where it said nothing yet.
 * @param age Milliseconds since then.
 */
export function trialOf(told: BridgesState["trial"], age: number, unreachable: boolean): Trial {
  const secondsLeft = Math.max(0, Math.ceil((told?.secondsLeft ?? 0) - age / 1000));
  return { phase: phaseOf(told), secondsLeft, unreachable };
}

function phaseOf(told: BridgesState["trial"]): Trial["phase"] {
  if (told === null) return "none";
  if (told.decision !== null) return told.decision === "keep" ? "kept" : "back";
  return told.live ? "checking" : "changing";
}

/** What is said of it; null where there is nothing to say. */
export function trialWords({ phase, secondsLeft, unreachable }: Trial): string | null {
  switch (phase) {
    case "none":
      return null;
    case "kept":
      return "This browser still reaches the host: the new network stays.";
    case "back":
      return "The old network is coming back.";
    case "changing":
      if (!unreachable) return `The host’s network is being changed… ${secondsLeft} s`;
      break;
    case "checking":
      break;
  }
  return secondsLeft > 0
    ? `Checking that this browser still reaches the host… ${secondsLeft} s`
    : "The host was not reached in time: its old network comes back by itself. This page goes on as soon as it answers.";
}
