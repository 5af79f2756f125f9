"use client";

import { useCallback, useEffect, useSyncExternalStore } from "react";
import type { HostUsage, VmUsage } from "@/server/fleet/schema";
import { type Moment, StatisticsStore } from "./statistics-store";
import { watchStatistics } from "./statistics-watch";

/** The figures as this page knows them. */
export const statisticsStore = new StatisticsStore();

const noMoments: readonly Moment<HostUsage>[] = [];

/**
 * Has the server send figures of a host every 2 or 5 seconds while the calling component is there and the page can
 * be seen. Figures cost the host a call each time, so ask only where they are shown.
 */
export function useStatistics(hostId: string | null, intervalSeconds: 2 | 5): void {
  useEffect(() => {
    if (hostId === null) return;
    return watchStatistics(statisticsStore, hostId, intervalSeconds);
  }, [hostId, intervalSeconds]);
}

/** The latest figures of a VM, null where there are none. Needs `useStatistics` somewhere on the page. */
export function useVmUsage(key: string): VmUsage | null {
  const subscribe = useCallback((listener: () => void) => statisticsStore.onUsage(key, listener), [key]);
  return useSyncExternalStore(
    subscribe,
    () => statisticsStore.usage(key),
    () => null,
  );
}

/** The latest figures of a host. */
export function useHostUsage(hostId: string): HostUsage | null {
  return useSyncExternalStore(
    statisticsStore.samples.add,
    () => statisticsStore.hostUsage(hostId),
    () => null,
  );
}

/** The recent past of a host's figures, oldest first. */
export function useHostMoments(hostId: string): readonly Moment<HostUsage>[] {
  return useSyncExternalStore(
    statisticsStore.samples.add,
    () => statisticsStore.hostMoments(hostId),
    () => noMoments,
  );
}
