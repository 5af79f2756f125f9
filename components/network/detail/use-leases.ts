"use client";

import { skipToken, useQuery } from "@tanstack/react-query";
import { api } from "@/components/data/api";
import type { Reading } from "@/components/data/reading";
import type { Lease } from "@/server/network/leases.schema";
import type { NetworkSummary } from "@/server/network/network.schema";

/** Milliseconds: libvirt tells nobody of a new lease. */
const interval = 5_000;

/** What a network's DHCP has handed out, kept up to date; null once the network is gone, nothing while it is stopped. */
export function useLeases(hostId: string, { uuid, active }: NetworkSummary): Reading<Lease[] | null> {
  return useQuery(
    api.network.leases.queryOptions(active ? { hostId, uuid } : skipToken, { refetchInterval: interval }),
  );
}
