"use client";

import { trpc } from "@/components/data/client";
import type { HostNetworking } from "@/server/network/host/host-network.schema";
import { type Answer, useAnswer } from "./use-answer";

const interval = 10_000;

/** The host's own network; null where its files can't be read. */
export function useHostNetworking(hostId: string): Answer<HostNetworking | null> {
  return useAnswer(hostId, () => trpc.network.hostNetworking.query({ hostId }), interval);
}
