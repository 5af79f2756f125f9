"use client";

import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { CreateChoices } from "@/server/create/choices.schema";
import { type Asked, missingOf } from "./state/asked";
import type { Wizard } from "./state/wizard";

/**
 * A wizard's answers as a request, checked. The schemas for that are large, and come once somebody is at the page, or
 * at once where nothing is missing. Until then all that stands against the VM is what is missing.
 */
export function useAsked(wizard: Wizard, choices: CreateChoices, attended: boolean): Asked {
  const missing = useMemo(() => missingOf(wizard), [wizard]);
  const { data: check } = useQuery({
    queryKey: ["check of a new VM"],
    queryFn: () => import("./state/request"),
    enabled: attended || missing.length === 0,
    staleTime: Number.POSITIVE_INFINITY,
    throwOnError: true,
  });
  return useMemo(
    () => check?.requestOf(wizard, choices) ?? { request: null, problems: missing },
    [check, wizard, choices, missing],
  );
}
