import type { HostNetworking } from "@/server/network/host/host-network.schema";

export interface PortForward {
  protocol: "tcp" | "udp";
  /** The host's port that others come to. */
  hostPort: number;
  /** The guest's IPv4 address in its network. */
  address: string;
  guestPort: number;
  /** The network's bridge. */
  bridge: string;
}

/**
 * Commands that lead a port of the host to a guest in a NAT network. libvirt rejects what comes in to such a network:
 * with iptables a rule before its own lets it pass; with nftables, where each table has a say of its own, the rule has to
 * stand in libvirt's table (https://libvirt.org/firewall.html).
 */
export function forwardCommands(forward: PortForward, firewall: HostNetworking["firewall"]): string {
  const { protocol, hostPort, address, guestPort, bridge } = forward;
  if (firewall === "iptables") {
    const rule = `-p ${protocol} -d ${address} --dport ${guestPort} -j ACCEPT`;
    return [
      `iptables -t nat -I PREROUTING -p ${protocol} -m addrtype --dst-type LOCAL --dport ${hostPort} -j DNAT --to-destination ${address}:${guestPort}`,
      `iptables -I FORWARD -o ${bridge} ${rule}`,
    ].join("\n");
  }
  return [
    "nft add table ip forwards",
    "nft add chain ip forwards prerouting '{ type nat hook prerouting priority dstnat; }'",
    `nft add rule ip forwards prerouting fib daddr type local ${protocol} dport ${hostPort} dnat to ${address}:${guestPort}`,
    `nft insert rule ip libvirt_network guest_input oifname ${bridge} ip daddr ${address} ${protocol} dport ${guestPort} accept`,
  ].join("\n");
}
