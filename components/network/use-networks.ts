"use client";

import { skipToken } from "@tanstack/react-query";
import { api } from "@/components/data/api";
import type { Reading } from "@/components/data/reading";
import { useSubscription } from "@/components/data/use-subscription";
import type { NetworkSummary } from "@/server/network/network.schema";

/** The networks of a host, live; nothing of no host. */
export function useNetworks(hostId: string | null): Reading<readonly NetworkSummary[]> {
  return useSubscription(api.network.watch.subscriptionOptions(hostId === null ? skipToken : { hostId }));
}
