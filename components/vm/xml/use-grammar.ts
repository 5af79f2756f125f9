"use client";

import { useQuery } from "@tanstack/react-query";
import { api } from "@/components/data/api";
import type { Reading } from "@/components/data/reading";
import type { Grammar } from "@/server/domain/changes/grammar/grammar.schema";

/** The schema of a host's libvirt, asked for once a page. */
export function useGrammar(hostId: string): Reading<Grammar | null> {
  return useQuery({
    ...api.definition.grammar.queryOptions({ hostId }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  });
}
