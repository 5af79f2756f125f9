"use client";

import { useMemo, useSyncExternalStore } from "react";
import { fleetStore } from "@/components/fleet/fleet-watch";
import type { VmState } from "@/server/fleet/schema";
import { countStates } from "./list/filter";

/** Something short that is worked out from all VMs. Renders again only when its text changes. */
function useFleetText(workOut: () => string): string {
  return useSyncExternalStore(fleetStore.changes.add, workOut, () => "");
}

const statesText = () => JSON.stringify([...countStates(fleetStore.allVms())]);

/** How many VMs are in each state. */
export function useStateCounts(): ReadonlyMap<VmState, number> {
  const text = useFleetText(statesText);
  return useMemo(() => new Map<VmState, number>(text === "" ? [] : JSON.parse(text)), [text]);
}

const hostsText = () => {
  const hosts = new Set<string>();
  for (const vm of fleetStore.allVms()) if (vm.passthrough.length > 0) hosts.add(vm.hostId);
  return [...hosts].join("\n");
};

/** The hosts of which a VM has a device: only theirs has to be known by name. */
export function useHostsWithPassthrough(): readonly string[] {
  const text = useFleetText(hostsText);
  return useMemo(() => text.split("\n").filter((id) => id !== ""), [text]);
}

const countText = () => String(fleetStore.vmCount);

/** How many VMs there are. */
export function useVmCount(): number {
  return Number(useFleetText(countText));
}
