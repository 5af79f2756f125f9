"use client";

import { trpc } from "@/components/data/client";
import type { Lease } from "@/server/network/leases.schema";
import type { NetworkSummary } from "@/server/network/network.schema";
import { type Answer, useAnswer } from "../use-answer";

/** libvirt tells nobody of a new lease. */
const interval = 5_000;

/** What a network's DHCP has handed out, kept up to date while the page can be seen; null once it is gone. */
export function useLeases(hostId: string, { uuid, active }: NetworkSummary): Answer<Lease[] | null> {
  const key = active ? `${hostId}/${uuid}` : null;
  return useAnswer(key, () => trpc.network.leases.query({ hostId, uuid }), interval);
}
