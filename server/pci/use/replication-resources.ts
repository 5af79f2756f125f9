import type { HostFiles } from "../../host/host-files";
import { plainAddress } from "../../host/network/ip-addresses";

/** Where DRBD's resources are written down: by hand (drbd.conf(5)), and by LINSTOR. */
export const replicationFolders = ["etc/drbd.d", "var/lib/linstor.d"] as const;

export function replicationPaths(first: HostFiles): string[] {
  return replicationFolders.flatMap((folder) =>
    first
      .names(folder)
      .filter((name) => name.endsWith(".res"))
      .map((name) => `${folder}/${name}`),
  );
}

/** What a resource names: disks of its hosts, and the addresses at which they reach each other. */
export function replicationOf(resources: string): { disks: string[]; addresses: string[] } {
  const text = resources.replace(/#.*$/gm, "");
  const all = (pattern: RegExp) => [...text.matchAll(pattern)].map(([, value = ""]) => value);
  return {
    disks: all(/\bdisk\s+"?(\/dev\/[^\s";]+)"?\s*;/g),
    addresses: all(/\baddress\s+(?:(?:ipv[46]|ssocks|sdp)\s+)?(\[[\da-f:.]+\]|[\d.]+):\d+/gi).flatMap(
      (address) => plainAddress(address.replace(/[[\]]/g, "")) ?? [],
    ),
  };
}
