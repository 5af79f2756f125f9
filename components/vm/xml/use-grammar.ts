"use client";

import { useQuery } from "@tanstack/react-query";
import { api } from "@/components/data/api";
import type { Reading } from "@/components/data/reading";
import type { Grammar } from "@/server/domain/changes/grammar/grammar.schema";

/** libvirt's schema, asked for once a page. */
export function useGrammar(): Reading<Grammar | null> {
  return useQuery({
    ...api.definition.grammar.queryOptions(),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  });
}
