import type { BlockDevice } from "./block-devices";
import type { BlockStack } from "./block-stack";
import type { Mount } from "./mounts";

/** A file system that is mounted, or a ZFS pool that is imported, with the block devices that hold it. */
export interface UsedFileSystem {
  places: string[];
  /** "ZFS pool tank"; null of what is best called by where it is mounted. */
  title: string | null;
  devices: readonly BlockDevice[];
}

export interface FileSystemSources {
  mounts: readonly Mount[];
  stack: BlockStack;
  /** Names of the devices of each Btrfs. */
  btrfs: readonly (readonly string[])[];
  /** Imported ZFS pools. */
  pools: readonly string[];
  /** By block device: what udev found on it. */
  contents: ReadonlyMap<string, Content>;
}

/** What a disk or partition holds, by udev: "ext4", "zfs_member", "LVM2_member". */
export interface Content {
  type: string;
  label: string | null;
}

/** Reads an entry of udev's database, run/udev/data/b259:2. */
export function contentOf(entry: string | null): Content | null {
  const type = /^E:ID_FS_TYPE=([\w.-]{1,40})$/m.exec(entry ?? "")?.[1];
  if (type === undefined) return null;
  return { type, label: /^E:ID_FS_LABEL=(\S{1,256})$/m.exec(entry ?? "")?.[1] ?? null };
}

/** Everything that is mounted from disks, each file system once. */
export function usedFileSystems(sources: FileSystemSources): UsedFileSystem[] {
  const pools = sources.pools.map((pool) => zfsPool(pool, sources));
  const found = new Map<string, UsedFileSystem>();
  for (const mount of sources.mounts) {
    if (mount.fileSystem === "zfs") continue;
    const devices = devicesOf(mount, sources);
    const key = devices.map(({ name }) => name).join(" ");
    const known = found.get(key);
    if (known !== undefined) known.places.push(mount.place);
    else if (devices.length > 0) found.set(key, { places: [mount.place], title: null, devices });
  }
  return [...found.values(), ...pools];
}

/** Btrfs and bcachefs span several devices, of which the mount table's number tells none. */
function devicesOf(mount: Mount, { stack, btrfs }: FileSystemSources): BlockDevice[] {
  const direct = stack.numbered(mount.numbers);
  if (direct !== null) return [direct];
  const named = mount.source.split(":").flatMap((path) => stack.at(path) ?? []);
  if (mount.fileSystem !== "btrfs") return named;
  const all = btrfs.find((names) => named.some(({ name }) => names.includes(name)));
  return all?.flatMap((name) => stack.devices.get(name) ?? []) ?? named;
}

/** The kernel does not tell what a pool is made of, but udev's database knows whose member a partition is. */
function zfsPool(pool: string, { mounts, stack, contents }: FileSystemSources): UsedFileSystem {
  const members = [...contents].filter(([, { type, label }]) => type === "zfs_member" && label === pool);
  return {
    places: mounts
      .filter(({ fileSystem, source }) => fileSystem === "zfs" && source.split("/")[0] === pool)
      .map(({ place }) => place),
    title: `ZFS pool ${pool}`,
    devices: members.flatMap(([name]) => stack.devices.get(name) ?? []),
  };
}
