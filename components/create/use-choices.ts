"use client";

import { skipToken, useQuery } from "@tanstack/react-query";
import { useCallback } from "react";
import { api } from "@/components/data/api";
import type { Reading } from "@/components/data/reading";
import { useSession } from "@/components/data/session";
import { installationObject, useRights } from "@/components/data/use-rights";
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

const none: KeptPreset[] = [];

/** What a host has to make a VM of, and the presets that users have kept. */
export function useChoices(hostId: string): ChoicesReading {
  const choices = useQuery(api.create.choices.queryOptions({ hostId }));
  const isKnown = useSession() !== null;
  const may = useRights(installationObject)("create.presets") === null;
  // Before it is known who asks, nothing is asked for that they may be refused.
  const presets = useQuery(api.create.presets.queryOptions(isKnown && may ? undefined : skipToken));
  const { refetch } = choices;
  const refetchChoices = useCallback(async () => (await refetch()).data, [refetch]);
  const kept = may ? presets.data : none;
  const both = choices.data !== undefined && kept !== undefined;
  return {
    data: both ? { choices: choices.data, presets: kept } : undefined,
    error: choices.error ?? (may ? presets.error : null),
    refetch: () => Promise.all([choices.refetch(), ...(may ? [presets.refetch()] : [])]),
    refetchPresets: presets.refetch,
    refetchChoices,
  };
}
