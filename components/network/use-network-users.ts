"use client";

import { useVms } from "@/components/fleet/use-fleet";
import type { VmSummary } from "@/server/fleet/schema";
import type { NetworkSummary } from "@/server/network/network.schema";
import { usersOfNetwork } from "@/server/network/network-users.schema";

/** The VMs of a host that are on a network, by name. */
export function useNetworkUsers(hostId: string, network: NetworkSummary): VmSummary[] {
  const vms = useVms().filter((vm) => vm.hostId === hostId);
  return usersOfNetwork(network, vms).toSorted((left, right) => left.name.localeCompare(right.name));
}
