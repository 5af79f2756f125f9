import type { BlockDevice } from "./block-devices";
import type { BlockStack } from "./block-stack";
import type { Mount } from "./mounts";
import { type ZfsFacts, zfsPools } from "./zfs-pools";

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
  /** Names of the devices of each Btrfs and each bcachefs that is mounted: the kernel lists no other. */
  groups: readonly DeviceGroup[];
  /** Names of block devices that drivers of file systems have mounted, whether a mount table has them or not. */
  held: readonly string[];
  zfs: ZfsFacts;
}

/** The devices of a file system that spans several. */
export interface DeviceGroup {
  fileSystem: "btrfs" | "bcachefs";
  devices: readonly string[];
}

/** What is mounted, and what of it could not be traced to the disks below, in words. */
export interface FoundFileSystems {
  systems: UsedFileSystem[];
  lost: string[];
}

/** Everything that is mounted from disks, each file system once. */
export function usedFileSystems(sources: FileSystemSources): FoundFileSystems {
  const found = new Map<string, UsedFileSystem>();
  const lost: Mount[] = [];
  const incomplete: string[] = [];
  const add = (place: string | null, devices: readonly BlockDevice[]) => {
    const key = devices.map(({ name }) => name).join(" ");
    const known = found.get(key);
    if (known === undefined) found.set(key, { places: place === null ? [] : [place], title: null, devices });
    else if (place !== null) known.places.push(place);
  };
  for (const mount of sources.mounts.filter(({ fileSystem }) => fileSystem !== "zfs")) {
    const devices = devicesOf(mount, sources);
    if (devices.length > 0) add(mount.place, devices);
    else if (isFromDisk(mount)) lost.push(mount);
    if (devices.length > 0 && spansDevices(mount) && !groupOf(devices, mount, sources))
      incomplete.push(`the rest of what is mounted at ${mount.place}`);
  }
  const isUntold = (devices: readonly BlockDevice[]) =>
    !devices.some((device) => [...found.values()].some((system) => system.devices.includes(device)));
  const untold = sources.groups.map((group) => groupDevices(group, sources.stack)).filter(isUntold);
  const pools = zfsPools(sources);
  const { placed, unplaced } = withGroups(lost, sources, untold);
  for (const { place, devices } of placed) add(place, devices);
  for (const devices of untold) add(null, devices);
  const held = sources.held.flatMap((name) => sources.stack.devices.get(name) ?? []);
  for (const device of held) if (isUntold([device])) add(null, [device]);
  const systems = [...found.values()].map((system) =>
    system.places.length > 0 ? system : { ...system, title: "a mounted file system" },
  );
  return { systems: [...systems, ...pools.systems], lost: [...unplaced, ...incomplete, ...pools.lost] };
}

/**
 * The kernel mounts a Btrfs root by itself as "/dev/root", which no device is called: it is one of those that the
 * kernel lists and nothing else accounts for.
 */
function withGroups(
  lost: readonly Mount[],
  { groups }: FileSystemSources,
  untold: readonly (readonly BlockDevice[])[],
): { placed: { place: string; devices: readonly BlockDevice[] }[]; unplaced: string[] } {
  const spans = (mount: Mount) => groups.some(({ fileSystem }) => fileSystem === mount.fileSystem);
  const fitting = untold.filter((devices) => devices.length > 0);
  const isPlaced = (mount: Mount) => spans(mount) && fitting.length > 0;
  return {
    placed: lost.filter(isPlaced).flatMap(({ place }) => fitting.map((devices) => ({ place, devices }))),
    unplaced: lost
      .filter((mount) => !isPlaced(mount))
      .map(({ source, place }) => `${source}, which is mounted at ${place}`),
  };
}

/** Btrfs and bcachefs span several devices, of which the mount table's number tells none. */
function devicesOf(mount: Mount, sources: FileSystemSources): BlockDevice[] {
  const { stack } = sources;
  const direct = stack.numbered(mount.numbers);
  if (direct !== null && !spansDevices(mount)) return [direct];
  const named = [
    ...(direct === null ? [] : [direct]),
    ...mount.source.split(":").flatMap((path) => stack.named(path) ?? []),
  ];
  if (!spansDevices(mount)) return named;
  const members = groupOf(named, mount, sources) ?? [];
  return [...new Set([...named, ...members, ...named.flatMap((device) => stack.sameFileSystem(device))])];
}

/** The kernel's list of the devices of a mounted file system that has one of these; null where there is none. */
function groupOf(
  some: readonly BlockDevice[],
  { fileSystem }: Mount,
  { groups, stack }: FileSystemSources,
): BlockDevice[] | null {
  const fitting = groups
    .filter((group) => group.fileSystem === fileSystem)
    .map((group) => groupDevices(group, stack));
  return fitting.find((devices) => some.some((device) => devices.includes(device))) ?? null;
}

function spansDevices({ fileSystem }: Mount): boolean {
  return fileSystem === "btrfs" || fileSystem === "bcachefs";
}

function groupDevices({ devices }: DeviceGroup, stack: BlockStack): BlockDevice[] {
  return devices.flatMap((name) => stack.devices.get(name) ?? []);
}

/** Of what is no file of a disk the kernel's number has the major 0 (Documentation/admin-guide/devices.txt). */
function isFromDisk(mount: Mount): boolean {
  const { numbers, source } = mount;
  if (spansDevices(mount)) return true;
  return numbers === "" ? source.startsWith("/dev/") : !numbers.startsWith("0:");
}
