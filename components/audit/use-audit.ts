"use client";

import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { trpc } from "@/components/data/client";
import type { AuditFilter } from "@/server/access/audit-trail/audit.schema";

/** The entries that match, the latest first, as far as somebody has read on. */
export function useAudit(filter: AuditFilter) {
  return useInfiniteQuery({
    queryKey: ["audit.list", filter],
    queryFn: ({ pageParam }) => trpc.audit.list.query({ ...filter, before: pageParam }),
    initialPageParam: null as number | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
}
