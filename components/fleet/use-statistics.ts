"use client";

import { useCallback, useEffect, useSyncExternalStore } from "react";
import type { HostUsage, VmUsage } from "@/server/fleet/schema";
import { type Moment, StatisticsStore } from "./statistics-store";
import { watchStatistics } from "./statistics-watch";

/** The figures as this page knows them. */
export const statisticsStore = new StatisticsStore();

const noMoments: readonly Moment<HostUsage>[] = [];
const noVmMoments: readonly Moment<VmUsage>[] = [];

/**
 * Has the server send figures of hosts every 2 or 5 seconds while the calling component is there and the page can
 * be seen. Figures cost a host a call each time, so ask only where they are shown.
 */
export function useStatistics(hostIds: readonly string[], intervalSeconds: 2 | 5): void {
  const ids = hostIds.join("\n");
  useEffect(() => {
    const hosts = ids.split("\n").filter((id) => id !== "");
    const stops = hosts.map((id) => watchStatistics(statisticsStore, id, intervalSeconds));
    return () => {
      for (const stop of stops) stop();
    };
  }, [ids, intervalSeconds]);
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

/** Keeps a VM's past while the calling component is there. */
export function useRecording(key: string): void {
  useEffect(() => statisticsStore.record(key), [key]);
}

/** The recent past of a VM that is being recorded, oldest first. */
export function useVmMoments(key: string): readonly Moment<VmUsage>[] {
  return useSyncExternalStore(
    statisticsStore.samples.add,
    () => statisticsStore.moments(key),
    () => noVmMoments,
  );
}
