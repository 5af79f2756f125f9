"use client";

import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { errorText } from "@/components/data/error-text";
import { useAttended } from "@/components/ui/use-attended";
import { nodeOfCards } from "../../state/node-of-cards";
import { withOtherPreset } from "../../state/wizard";
import { useWizard } from "../../wizard-context";

interface ChoosePreset {
  /** What was chosen and is being looked up; null otherwise. */
  wanted: string | null;
  choose(id: string): void;
  /** Why it can't be looked up, a sentence. */
  problem: string | null;
}

/** Another preset for the VM. What presets make of one is fetched once somebody is there. */
export function useChoosePreset(): ChoosePreset {
  const { choices, presets, update } = useWizard();
  const [wanted, choose] = useState<string | null>(null);
  const attended = useAttended();
  const { data: code, error } = useQuery({
    queryKey: ["presets of a new VM"],
    queryFn: () => import("../../state/chosen-preset"),
    enabled: attended || wanted !== null,
    staleTime: Number.POSITIVE_INFINITY,
  });
  useEffect(() => {
    if (wanted === null || code === undefined) return;
    update((before) => {
      const node = nodeOfCards(before.draft.cards, choices);
      const chosen = code.chosenPreset(wanted, presets, choices, node);
      return chosen === null ? before : withOtherPreset(before, chosen, choices);
    });
    choose(null);
  }, [wanted, code, choices, presets, update]);
  return { wanted, choose, problem: error === null || wanted === null ? null : errorText(error) };
}
