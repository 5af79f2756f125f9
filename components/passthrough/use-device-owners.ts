"use client";

import { useCallback, useMemo, useSyncExternalStore } from "react";
import { fleetStore } from "@/components/fleet/fleet-watch";
import { vmPath } from "@/components/fleet/vm-key";
import type { VmSummary } from "@/server/fleet/schema";
import { type DeviceOwner, type DeviceOwners, noOwners } from "./device-owner";

/** Which VMs of a host are given its devices. Renders again only when that changes. */
export function useDeviceOwners(hostId: string | null): DeviceOwners {
  const snapshot = useCallback(() => JSON.stringify(ownersOn(hostId, fleetStore.allVms())), [hostId]);
  const owners = useSyncExternalStore(fleetStore.changes.add, snapshot, () => "{}");
  return useMemo(() => (owners === "{}" ? noOwners : JSON.parse(owners)), [owners]);
}

/** Who is given which device of a host. */
export function ownersOn(hostId: string | null, vms: Iterable<VmSummary>): DeviceOwners {
  const owners: Record<string, DeviceOwner[]> = {};
  for (const vm of vms) {
    if (vm.hostId !== hostId) continue;
    for (const address of vm.passthrough) {
      const owner = {
        vmName: vm.name,
        href: vmPath(vm),
        running: vm.state !== "off" && vm.state !== "crashed",
      };
      owners[address] = [...(owners[address] ?? []), owner];
    }
  }
  return owners;
}
