import type { BlockDevice } from "./block-devices";
import type { NetworkPaths } from "./network-paths";
import { type UseOf, usesOf } from "./owners";
import { replicationOf } from "./replication-resources";
import type { GapOf } from "./storage-gaps";

/**
 * The connections of DRBD's disks as uses of the cards that carry them: each write waits for the other host. Where nothing
 * tells the card, each may be it.
 */
export function replicationUses(
  blocks: Iterable<BlockDevice>,
  resources: string,
  paths: NetworkPaths,
  cards: readonly string[],
): { uses: UseOf[]; gaps: GapOf[] } {
  const disks = [...blocks]
    .filter(({ name, sectors }) => /^drbd\d+$/.test(name) && sectors !== 0)
    .map(({ name }) => name);
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
