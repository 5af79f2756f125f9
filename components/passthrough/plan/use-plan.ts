"use client";

import { useCallback, useEffect, useState } from "react";
import { errorText } from "@/components/api/error-text";
import type { Plan } from "@/server/plan.schema";

/** A plan on its way, here, or why it did not come. */
export type LoadedPlan =
  | { state: "loading" }
  | { state: "here"; plan: Plan }
  | { state: "failed"; problem: string };

/**
 * A plan, asked for anew whenever `wish` changes (a text that stands for what is asked), and by hand. `load` is null
 * as long as there is nothing to ask for.
 */
export function usePlan(wish: string, load: (() => Promise<Plan>) | null): [LoadedPlan, () => void] {
  const [answer, setAnswer] = useState<{ wish: string; loaded: LoadedPlan } | null>(null);
  const [round, setRound] = useState(0);
  const asked = `${round} ${wish}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `asked` stands for what `load` asks.
  useEffect(() => {
    if (load === null) return;
    let outdated = false;
    const keep = (loaded: LoadedPlan) => {
      if (!outdated) setAnswer({ wish: asked, loaded });
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
  return [answer?.wish === asked ? answer.loaded : { state: "loading" }, again];
}
