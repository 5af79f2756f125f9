"use client";

import { useQuery } from "@tanstack/react-query";
import { api } from "@/components/data/api";
import type { Reading } from "@/components/data/reading";
import type { HostNetworking } from "@/server/network/host/host-network.schema";

/** Milliseconds. */
const interval = 10_000;

/** The host's own network, kept up to date; null where its files can't be read. */
export function useHostNetworking(hostId: string): Reading<HostNetworking | null> {
  return useQuery(api.network.hostNetworking.queryOptions({ hostId }, { refetchInterval: interval }));
}
