"use client";

import { useEffect, useState } from "react";
import { type ApiOutputs, trpc } from "@/components/data/client";
import { errorText } from "@/components/data/error-text";
import type { MergeChoices } from "@/server/domain/changes/merge/conflict";
import type { Side } from "@/server/domain/changes/merge/three";
import type { PreviewRequest } from "./use-preview";

export type MergedDraft = ApiOutputs["definition"]["merge"];

/** What a draft and somebody else's change give together, and what is left to be chosen. */
export interface MergeState {
  /** null while it is not here; the one for earlier choices while a newer one is on its way. */
  merged: MergedDraft | null;
  problem: string | null;
  choices: MergeChoices;
  choose(place: string, side: Side): void;
  /** Places that both changed and nobody has chosen for. */
  open: number;
  /** It is what was chosen, and libvirt would take it. */
  ready: boolean;
}

/** Chosen on the ground of a version; on another one's all places are open again. */
interface Chosen {
  base: number;
  choices: MergeChoices;
}

const none: MergeChoices = {};

/** Puts a draft together with what is in force, anew with each choice. */
export function useMerge({ hostId, vmId, xml, base }: PreviewRequest, wanted: boolean): MergeState {
  const [chosen, setChosen] = useState<Chosen>({ base, choices: none });
  const [answer, setAnswer] = useState<{ merged: MergedDraft; xml: string; of: Chosen } | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const choices = chosen.base === base ? chosen.choices : none;
  useEffect(() => {
    if (!wanted) return;
    let outdated = false;
    trpc.definition.merge.mutate({ hostId, vmId, xml, base, choices }).then(
      (merged) => {
        if (outdated) return;
        setAnswer({ merged, xml, of: { base, choices } });
        setProblem(null);
      },
      (error: unknown) => {
        if (!outdated) setProblem(errorText(error));
      },
    );
    return () => {
      outdated = true;
    };
  }, [hostId, vmId, xml, base, choices, wanted]);
  const here = answer !== null && answer.of.base === base && answer.xml === xml ? answer : null;
  const merged = here?.merged ?? null;
  const open = merged?.conflicts.filter(({ place }) => choices[place] === undefined).length ?? 0;
  return {
    merged,
    problem,
    choices,
    choose: (place, side) => setChosen({ base, choices: { ...choices, [place]: side } }),
    open,
    ready: here?.of.choices === choices && open === 0 && here.merged.problems.length === 0,
  };
}
