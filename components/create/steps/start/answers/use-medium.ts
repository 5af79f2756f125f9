"use client";

import { skipToken, useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { api } from "@/components/data/api";
import type { ApiOutputs } from "@/components/data/client";
import { errorText } from "@/components/data/error-text";
import { useDraft, useWizard } from "../../../wizard-context";

type Medium = ApiOutputs["create"]["medium"];

/** What is known of the chosen ISO: nothing as long as it is not read. */
export interface MediumReading {
  medium: Medium | null;
  /** Why it can't be read, a sentence. */
  problem: string | null;
}

/** What the chosen ISO is, whose installer is taken over as the answers'. */
export function useMedium(): MediumReading {
  const { hostId, update } = useWizard();
  const [{ opticalDrives }] = useDraft();
  const source = opticalDrives[0]?.source;
  const asked = source?.kind === "volume" ? { hostId, pool: source.pool, volume: source.volume } : skipToken;
  const { data, error } = useQuery(api.create.medium.queryOptions(asked));
  const label = data?.label ?? null;
  const installer = data?.installer ?? null;
  useEffect(() => {
    if (label === null || installer === null || installer === "windows") return;
    update((before) => ({ ...before, linux: { ...before.linux, installer } }));
  }, [label, installer, update]);
  return { medium: data ?? null, problem: error === null ? null : errorText(error) };
}
