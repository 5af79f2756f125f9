"use client";

import { skipToken, useQuery } from "@tanstack/react-query";
import type { Reading } from "@/components/data/reading";
import type { Plan } from "@/server/plan.schema";

/**
 * A plan as things are now: while it is asked for anew, and where that fails, the earlier one is gone, since nobody may
 * say yes to it.
 * @param key Stands for what `load` asks; another key asks anew.
 * @param load null where there is nothing to ask for yet.
 */
export function usePlan<Shown extends Plan>(
  key: readonly unknown[],
  load: (() => Promise<Shown>) | null,
): Reading<Shown> {
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: key,
    queryFn: load ?? skipToken,
    staleTime: 0,
    gcTime: 0,
  });
  if (isFetching) return { data: undefined, error: null, refetch };
  return { data: error === null ? data : undefined, error, refetch };
}
