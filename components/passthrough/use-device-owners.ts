"use client";

import { useCallback, useMemo, useSyncExternalStore } from "react";
import { fleetStore } from "@/components/fleet/fleet-watch";
import { type DeviceOwners, noOwners, ownersOn } from "./device-owner";

/** Which VMs of a host are given its devices. Renders again only when that changes. */
export function useDeviceOwners(hostId: string | null): DeviceOwners {
  const snapshot = useCallback(() => JSON.stringify(ownersOn(hostId, fleetStore.allVms())), [hostId]);
  const owners = useSyncExternalStore(fleetStore.changes.add, snapshot, () => "{}");
  return useMemo<DeviceOwners>(() => (owners === "{}" ? noOwners : JSON.parse(owners)), [owners]);
}
