import type { BlockDevice } from "./block-devices";
import type { BlockStack } from "./block-stack";
import type { Mount } from "./mounts";

/** What the kernel tells of ZFS. */
export interface ZfsFacts {
  /** Imported pools, as far as /proc/spl/kstat/zfs lists them. */
  pools: readonly string[];
  /** Whether that list could be read, or there is no ZFS in the kernel. */
  isKnown: boolean;
}

interface Sources {
  mounts: readonly Mount[];
  stack: BlockStack;
  zfs: ZfsFacts;
}

/**
 * Imported pools with their members. The kernel does not tell what a pool is made of, but udev knows whose member a
 * partition is: its label is the pool's name. Cache devices and spares have no name in their label (zpoolconcepts(7)),
 * and may be any imported pool's.
 */
export function zfsPools({ mounts, stack, zfs }: Sources) {
  const mounted = mounts.filter(({ fileSystem }) => fileSystem === "zfs");
  const poolOf = ({ source }: Mount) => source.split("/")[0] ?? source;
  const pools = [...new Set([...zfs.pools, ...mounted.map(poolOf)])];
  const members = [...stack.contents].filter(([, { type }]) => type === "zfs_member");
  const membersOf = (label: string | null): BlockDevice[] =>
    members.flatMap(([name, content]) => (content.label === label ? (stack.devices.get(name) ?? []) : []));
  const nameless = pools.length > 0 ? membersOf(null) : [];
  const named = pools.map((pool) => ({
    places: mounted.filter((mount) => poolOf(mount) === pool).map(({ place }) => place),
    title: `ZFS pool ${pool}`,
    devices: membersOf(pool),
  }));
  const extra = { places: [], title: "cache or spare of a ZFS pool", devices: nameless };
  return {
    systems: [...named, ...(nameless.length > 0 ? [extra] : [])],
    lost: named.filter(({ devices }) => devices.length === 0).map(({ title }) => title),
  };
}
