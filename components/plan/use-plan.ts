"use client";

import { useCallback, useEffect, useState } from "react";
import { errorText } from "@/components/data/error-text";
import type { Plan } from "@/server/plan.schema";

/** A plan on its way, here, or why it did not come. */
export type LoadedPlan =
  | { state: "loading" }
  | { state: "here"; plan: Plan }
  | { state: "failed"; problem: string };

/**
 * A plan, asked for anew whenever `request` changes (a text that stands for what is asked), and by hand. `load` is null
 * as long as there is nothing to ask for.
 */
export function usePlan(request: string, load: (() => Promise<Plan>) | null): [LoadedPlan, () => void] {
  const [answer, setAnswer] = useState<{ request: string; loaded: LoadedPlan } | null>(null);
  const [round, setRound] = useState(0);
  const asked = `${round} ${request}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `asked` stands for what `load` asks.
  useEffect(() => {
    if (load === null) return;
    let outdated = false;
    const keep = (loaded: LoadedPlan) => {
      if (!outdated) setAnswer({ request: asked, loaded });
    };
    load().then(
      (plan) => keep({ state: "here", plan }),
      (error: unknown) => keep({ state: "failed", problem: errorText(error) }),
    );
    return () => {
      outdated = true;
    };
  }, [asked, load === null]);
  const again = useCallback(() => setRound((before) => before + 1), []);
  return [answer?.request === asked ? answer.loaded : { state: "loading" }, again];
}
