import type { HostTree } from "../../host/host-tree";

/** An entry that has an answer; include/uapi/linux/if_arp.h. */
const isComplete = 0x2;

/**
 * IPv4 addresses by MAC address, in lower case, of the machines that the host itself has talked to lately: its ARP table.
 * libvirt would read it for one VM at a time; and its reading fails on kernels that are newer than it.
 */
export async function readNeighbours(tree: HostTree): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  for (const line of ((await tree.readText("proc/net/arp")) ?? "").split("\n").slice(1)) {
    // Address, hardware type, flags, MAC address, mask, device.
    const [address = "", , flags = "", mac = ""] = line.trim().split(/\s+/);
    if ((Number(flags) & isComplete) === 0) continue;
    found.set(mac.toLowerCase(), [...(found.get(mac.toLowerCase()) ?? []), address]);
  }
  return found;
}
