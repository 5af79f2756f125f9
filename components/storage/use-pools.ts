"use client";

import { skipToken } from "@tanstack/react-query";
import { api } from "@/components/data/api";
import type { Reading } from "@/components/data/reading";
import { useSubscription } from "@/components/data/use-subscription";
import type { PoolSummary } from "@/server/storage/pool.schema";

/** The pools of a host, live; nothing of no host. */
export function usePools(hostId: string | null): Reading<readonly PoolSummary[]> {
  return useSubscription(api.storage.watch.subscriptionOptions(hostId === null ? skipToken : { hostId }));
}
