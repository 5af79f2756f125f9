"use client";

import { useEffect, useState } from "react";
import { trpc } from "@/components/data/client";
import { errorText } from "@/components/data/error-text";
import type { CreateChoices } from "@/server/create/choices.schema";
import type { KeptPreset } from "./state/base";

export type LoadedChoices =
  | { state: "loading" }
  | { state: "failed"; problem: string }
  | { state: "here"; choices: CreateChoices; presets: KeptPreset[] };

/** What a host has to make a VM of, and the presets that users have kept; asked once. */
export function useChoices(hostId: string): [LoadedChoices, () => void] {
  const [loaded, setLoaded] = useState<LoadedChoices>({ state: "loading" });
  const [round, setRound] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round asks the same again.
  useEffect(() => {
    let outdated = false;
    const keep = (answer: LoadedChoices) => {
      if (!outdated) setLoaded(answer);
    };
    keep({ state: "loading" });
    Promise.all([trpc.create.choices.query({ hostId }), trpc.create.presets.query()]).then(
      ([choices, presets]) => keep({ state: "here", choices, presets }),
      (error: unknown) => keep({ state: "failed", problem: errorText(error) }),
    );
    return () => {
      outdated = true;
    };
  }, [hostId, round]);
  return [loaded, () => setRound((before) => before + 1)];
}
