"use client";

import { useQuery } from "@tanstack/react-query";
import { useCallback } from "react";
import { api } from "@/components/data/api";
import type { Reading } from "@/components/data/reading";
import type { CreateChoices } from "@/server/create/choices.schema";
import type { KeptPreset } from "./state/base";

interface Choices {
  choices: CreateChoices;
  presets: KeptPreset[];
}

interface ChoicesReading extends Reading<Choices> {
  refetchPresets(): unknown;
  /** The choices as they are now; undefined where they can't be read. */
  refetchChoices(): Promise<CreateChoices | undefined>;
}

/** What a host has to make a VM of, and the presets that users have kept. */
export function useChoices(hostId: string): ChoicesReading {
  const choices = useQuery(api.create.choices.queryOptions({ hostId }));
  const presets = useQuery(api.create.presets.queryOptions());
  const { refetch } = choices;
  const refetchChoices = useCallback(async () => (await refetch()).data, [refetch]);
  const both = choices.data !== undefined && presets.data !== undefined;
  return {
    data: both ? { choices: choices.data, presets: presets.data } : undefined,
    error: choices.error ?? presets.error,
    refetch: () => Promise.all([choices.refetch(), presets.refetch()]),
    refetchPresets: presets.refetch,
    refetchChoices,
  };
}
