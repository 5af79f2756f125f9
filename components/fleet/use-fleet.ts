"use client";

import { useCallback, useSyncExternalStore } from "react";
import type { HostSummary, VmSummary } from "@/server/fleet/schema";
import { useFirstLook } from "./first-look";
import type { Link } from "./fleet-store";
import { fleetStore } from "./fleet-watch";

const noHosts: readonly HostSummary[] = [];
const noVms: readonly VmSummary[] = [];
const noLink: Link = { state: "connecting", lastWord: null };

/** One VM by its key; null where there is none. Renders again only when that VM changes. */
export function useVm(key: string): VmSummary | null {
  const first = useFirstLook()?.byKey.get(key) ?? null;
  const subscribe = useCallback((listener: () => void) => fleetStore.onVm(key, listener), [key]);
  return useSyncExternalStore(
    subscribe,
    () => (fleetStore.loaded ? fleetStore.vm(key) : first),
    () => first,
  );
}

/** All VMs of the fleet, in no order. Renders again with every change of any of them. */
export function useVms(): readonly VmSummary[] {
  return useSyncExternalStore(fleetStore.changes.add, fleetStore.vmList, () => noVms);
}

/** All hosts of the fleet. */
export function useHosts(): readonly HostSummary[] {
  return useSyncExternalStore(fleetStore.hostChanges.add, fleetStore.allHosts, () => noHosts);
}

/** One host by its id; null where there is none. */
export function useHost(hostId: string): HostSummary | null {
  return useHosts().find((host) => host.id === hostId) ?? null;
}

/** Whether the fleet's first snapshot is here: before it, an empty list means nothing. */
export function useFleetLoaded(): boolean {
  return useSyncExternalStore(
    fleetStore.changes.add,
    () => fleetStore.loaded,
    () => false,
  );
}

/** How the page stands with the server, and when that last said anything. */
export function useLink(): Link {
  return useSyncExternalStore(fleetStore.linkChanges.add, fleetStore.link, () => noLink);
}

/** Whether what the page shows of a host may be out of date: it, or the server, cannot be reached. */
export function useIsStale(hostId: string): boolean {
  return useStaleHosts()(hostId);
}

/** Tells of each host whether what the page shows of it may be out of date. Another function only when that changes. */
export function useStaleHosts(): (hostId: string) => boolean {
  const lost = useSyncExternalStore(
    fleetStore.linkChanges.add,
    () => fleetStore.link().state === "lost",
    () => false,
  );
  const gone = useSyncExternalStore(fleetStore.hostChanges.add, lostHosts, () => "");
  return useCallback((hostId: string) => lost || gone.split("\n").includes(hostId), [lost, gone]);
}

function lostHosts(): string {
  const lost = fleetStore.allHosts().filter(({ connection }) => connection === "lost");
  return lost.map(({ id }) => id).join("\n");
}
