"use client";

import type { HostProblem, HostSummary } from "@/server/fleet/schema";
import { useHosts } from "./use-fleet";

export type TroubledHost = HostSummary & { problem: HostProblem };

function isTroubled(host: HostSummary): host is TroubledHost {
  return host.problem !== null && host.connection !== "connected";
}

/** Hosts that cannot be reached, with why. */
export function useTroubledHosts(): readonly TroubledHost[] {
  return useHosts().filter(isTroubled);
}
