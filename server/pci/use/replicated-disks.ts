import type { HostFiles } from "../../host/host-files";
import { plainAddress } from "../../host/network/ip-addresses";
import type { NetworkPaths } from "./network-paths";
import { type UseOf, usesOf } from "./owners";
import type { GapOf } from "./storage-gaps";

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

/**
 * The connections of DRBD's disks as uses of the cards that carry them: each write waits for the other host. Where nothing
 * tells the card, each may be it.
 * @param disks DRBD's disks that are set up: "drbd0".
 */
export function replicationUses(
  disks: readonly string[],
  resources: string,
  paths: NetworkPaths,
  cards: readonly string[],
): { uses: UseOf[]; gaps: GapOf[] } {
  if (disks.length === 0) return { uses: [], gaps: [] };
  const { addresses } = replicationOf(resources);
  const own = addresses.map((local) => paths.of({ device: null, local, targets: [] }));
  const found = own.filter((path) => path.interfaces.length > 0);
  const all = found.length > 0 ? found : [paths.of({ device: null, local: null, targets: addresses })];
  const owners = [...new Set(all.flatMap((path) => path.owners))];
  const through = [...new Set(all.flatMap((path) => path.interfaces))].join(" and ");
  const question = `which card DRBD's connection comes through (${disks.join(", ")})`;
  return {
    uses: usesOf(owners, "volume", `DRBD's connection (${disks.join(", ")}), through ${through}`),
    gaps:
      owners.length > 0 || all.every((path) => path.staysInside)
        ? []
        : [...new Set(cards)].map((address) => ({
            address,
            gap: { source: "/etc/drbd.d", question, weight: "risk" },
          })),
  };
}
