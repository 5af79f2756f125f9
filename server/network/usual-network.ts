import type { CreateNetworkRequest } from "./network-request.schema";
import { freeIpv4, type Subnet, suggestedRange } from "./subnet.schema";

/**
 * A network that needs nothing of the LAN: VMs get addresses by DHCP, and reach out by the host's.
 * @param taken Networks that the host is connected to or has for VMs.
 * @returns null where all of 192.168 is taken.
 */
export function usualNetwork(name: string, taken: readonly Subnet[]): CreateNetworkRequest | null {
  const start = freeIpv4(taken);
  if (start === null) return null;
  return {
    mode: "nat",
    name,
    autostart: true,
    device: null,
    ipv4: { address: `${start}.1`, prefix: 24, dhcp: suggestedRange(`${start}.1/24`) },
    ipv6: null,
    natIpv6: true,
    domain: null,
    dns: true,
  };
}
