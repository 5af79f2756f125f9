"use client";

import { skipToken, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { type ApiOutputs, trpc } from "@/components/data/client";
import type { Reading } from "@/components/data/reading";
import type { MergeChoices } from "@/server/domain/changes/merge/conflict";
import type { Side } from "@/server/domain/changes/merge/three";
import type { PreviewRequest } from "./use-preview";

export type MergedDraft = ApiOutputs["definition"]["merge"];

/** What a draft and somebody else's change give together, and what is left to be chosen. */
export interface MergeState {
  /** null while it is not here; the one for earlier choices while a newer one is on its way. */
  merged: MergedDraft | null;
  reading: Reading<MergedDraft>;
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
  const choices = chosen.base === base ? chosen.choices : none;
  const request = { hostId, vmId, xml, base, choices };
  const reading = useQuery({
    queryKey: ["definition.merge", request],
    queryFn: wanted ? () => trpc.definition.merge.mutate(request) : skipToken,
    // The one for earlier choices stays while a newer one is on its way, not that of another draft.
    placeholderData: (before, query) => (isOfDraft(query?.queryKey[1], { xml, base }) ? before : undefined),
    staleTime: 0,
    gcTime: 0,
  });
  const merged = reading.data ?? null;
  const open = merged?.conflicts.filter(({ place }) => choices[place] === undefined).length ?? 0;
  return {
    merged,
    reading,
    choices,
    choose: (place, side) => setChosen({ base, choices: { ...choices, [place]: side } }),
    open,
    ready:
      !reading.isPlaceholderData &&
      !reading.isFetching &&
      open === 0 &&
      merged !== null &&
      merged.problems.length === 0,
  };
}

type Draft = Pick<PreviewRequest, "xml" | "base">;

function isOfDraft(request: Draft | string | undefined, { xml, base }: Draft): boolean {
  return typeof request === "object" && request.xml === xml && request.base === base;
}
