"use client";

import { skipToken, useQuery } from "@tanstack/react-query";
import { api } from "@/components/data/api";
import type { ApiOutputs } from "@/components/data/client";
import type { Reading } from "@/components/data/reading";
import { hostObject, useRights } from "@/components/data/use-rights";

/**
 * What a host has to choose from. Suggestions are a help: without them one writes what one knows, so a failure is only
 * told beside the form.
 */
export function useHostChoices(hostId: string): Reading<ApiOutputs["create"]["choices"]> {
  const mayNot = useRights(hostObject(hostId))("create.choices");
  return useQuery(api.create.choices.queryOptions(mayNot === null ? { hostId } : skipToken));
}
