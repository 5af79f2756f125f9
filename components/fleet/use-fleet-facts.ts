"use client";

import { useMemo, useSyncExternalStore } from "react";
import type { VmState, VmSummary } from "@/server/fleet/schema";
import { useFirstLook } from "./first-look";
import { fleetStore } from "./fleet-watch";
import { countStates, isActive } from "./state-look";

/** Something short that is worked out from all VMs; `first` before they are here. Renders again only when it changes. */
function useFleetText(workOut: () => string, first = ""): string {
  return useSyncExternalStore(
    fleetStore.changes.add,
    () => (fleetStore.loaded ? workOut() : first),
    () => first,
  );
}

const statesText = () => JSON.stringify([...countStates(fleetStore.allVms())]);

/** How many VMs are in each state. */
export function useStateCounts(): ReadonlyMap<VmState, number> {
  const text = useFleetText(statesText, JSON.stringify(useFirstLook()?.states ?? []));
  return useMemo(() => new Map<VmState, number>(JSON.parse(text)), [text]);
}

/** The hosts of those VMs that `chosen` takes, each once, as lines. */
function hostsOf(chosen: (vm: VmSummary) => boolean): string {
  const hosts = new Set<string>();
  for (const vm of fleetStore.allVms()) if (chosen(vm)) hosts.add(vm.hostId);
  return [...hosts].join("\n");
}

function useHostIds(workOut: () => string): readonly string[] {
  const text = useFleetText(workOut);
  return useMemo(() => text.split("\n").filter((id) => id !== ""), [text]);
}

const withPassthrough = () => hostsOf((vm) => vm.passthrough.length > 0);
const withActiveVms = () => hostsOf((vm) => isActive(vm.state));

/** The hosts of which a VM has a device: only theirs has to be known by name. */
export function useHostsWithPassthrough(): readonly string[] {
  return useHostIds(withPassthrough);
}

/** The hosts of which a VM is on: only they have figures of VMs, which cost them a call each time. */
export function useHostsWithActiveVms(): readonly string[] {
  return useHostIds(withActiveVms);
}

const countText = () => String(fleetStore.vmCount);

/** How many VMs there are. */
export function useVmCount(): number {
  return Number(useFleetText(countText, String(useFirstLook()?.total ?? 0)));
}

const countsText = () => {
  const counts = new Map<string, number>();
  for (const { hostId } of fleetStore.allVms()) counts.set(hostId, (counts.get(hostId) ?? 0) + 1);
  return JSON.stringify([...counts]);
};

/** How many VMs each host has, by its id; hosts without any are left out. */
export function useVmCounts(): ReadonlyMap<string, number> {
  const text = useFleetText(countsText, "[]");
  return useMemo(() => new Map<string, number>(JSON.parse(text)), [text]);
}
