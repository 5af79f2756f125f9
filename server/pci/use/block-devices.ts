import type { HostFiles, ReadBatch } from "../../host/host-files";
import { plainText } from "../../host/plain-text";
import { linkedPath } from "../../host/tree-entries";
import type { RunningArray } from "./array-tables";
import type { DiskCarriers } from "./disk-carriers";

export const blockFolder = "sys/class/block";

/** What {@link blockDevicesOf} needs read, once the names in {@link blockFolder} are known. */
export function blockBatch(
  names: readonly string[],
): Required<Pick<ReadBatch, "texts" | "links" | "folders">> {
  return {
    links: names.map((name) => `${blockFolder}/${name}`),
    texts: names.flatMap((name) =>
      blockAttributesOf(name).map((attribute) => `${blockFolder}/${name}/${attribute}`),
    ),
    folders: names.flatMap((name) => [`${blockFolder}/${name}/slaves`, `${blockFolder}/${name}/holders`]),
  };
}

/** Attributes that tell what made a device, by the kernel's name of it. */
const furtherAttributes: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^dm-\d/, ["dm/name", "dm/uuid"]],
  [/^md/, ["md/level"]],
  [/^loop\d/, ["loop/backing_file"]],
  [/^zram\d/, ["backing_dev"]],
  [/^etherd!/, ["netif"]],
];

/** Attributes that are read of a block device; a capture keeps these. `dm/uuid` is cut down to its kind there. */
export function blockAttributesOf(name: string): readonly string[] {
  const further = furtherAttributes.find(([pattern]) => pattern.test(name))?.[1] ?? [];
  return ["dev", "size", ...further];
}

/** A disk, a partition, or what is made of them. */
export interface BlockDevice {
  /** The kernel's name: "nvme0n1p2", "dm-0", "md127". */
  name: string;
  /** The name that people gave it, where the device mapper knows one: "debian--vg-root". */
  label: string;
  /** "259:2", as the mount table has it. */
  numbers: string | null;
  /** null where the kernel does not tell. */
  sectors: number | null;
  /** What made it, by the device mapper: "LVM", "CRYPT", "mpath" …; null of what the mapper did not make. */
  mapper: string | null;
  /** "raid1", of the kernel's RAID. */
  raidLevel: string | null;
  /** PCI devices that it hangs on by itself; none of what is made of other block devices. */
  owners: readonly string[];
  /** "iSCSI, through eth0", of a disk that comes over the network. */
  through: string | null;
  /** Made by the kernel alone, of nothing that sysfs has a place for: RAID, the device mapper, loop devices. */
  isVirtual: boolean;
  /** The disk of a partition. */
  disk: string | null;
  /** Block devices that it is made of. */
  below: readonly string[];
  /** The file or device that a loop device shows, or that a compressed RAM disk writes to. */
  backing: string | null;
}

/** Block devices by name, from the files of {@link blockBatch}. */
export function blockDevicesOf(
  names: readonly string[],
  files: HostFiles,
  carriers: DiskCarriers,
  arrays: readonly RunningArray[],
): Map<string, BlockDevice> {
  const lower = lowerDevicesOf(names, files, arrays);
  return new Map(names.map((name) => [name, blockDevice(name, lower, files, carriers)]));
}

/**
 * By device: what it is made of. The kernel links both ways, by `slaves` and by `holders`; the RAID driver has a table
 * beside; an NVMe disk that may be reached over several controllers is virtual, and "nvme0c1n1" is the way to "nvme0n1"
 * over its second controller.
 */
function lowerDevicesOf(
  names: readonly string[],
  files: HostFiles,
  arrays: readonly RunningArray[],
): Map<string, Set<string>> {
  const lower = new Map(names.map((name) => [name, new Set<string>()]));
  const add = (upper: string, name: string) => {
    if (lower.has(name)) lower.get(upper)?.add(name);
  };
  for (const name of names) {
    for (const slave of files.names(`${blockFolder}/${name}/slaves`)) add(name, slave);
    for (const holder of files.names(`${blockFolder}/${name}/holders`)) add(holder, name);
    const path = /^(nvme\d+)c\d+(n\d+)$/.exec(name);
    if (path !== null) add(`${path[1]}${path[2]}`, name);
  }
  for (const { name, members } of arrays) for (const member of members) add(name, member);
  return lower;
}

function blockDevice(
  name: string,
  lower: ReadonlyMap<string, ReadonlySet<string>>,
  files: HostFiles,
  carriers: DiskCarriers,
): BlockDevice {
  const attributes = blockAttributesOf(name);
  const read = (attribute: string) =>
    attributes.includes(attribute) ? files.word(`${blockFolder}/${name}/${attribute}`) : null;
  const link = files.link(`${blockFolder}/${name}`);
  const disk = link === null ? undefined : linkedPath(`${blockFolder}/${name}`, link).split("/").at(-2);
  const isPartition = disk !== undefined && lower.has(disk);
  const made = [...(lower.get(name) ?? []), ...(isPartition ? [disk] : [])];
  const direct = carriers.of(link);
  const carrier =
    direct.through === null && made.length === 0 && direct.owners.length === 0
      ? carriers.ofSubsystem(link)
      : direct;
  const size = /^\d{1,15}$/.exec(read("size") ?? "")?.[0];
  return {
    name,
    label: plainText(read("dm/name") ?? name),
    numbers: read("dev"),
    sectors: size === undefined ? null : Number(size),
    mapper: /^[A-Za-z]+/.exec(read("dm/uuid") ?? "")?.[0] ?? null,
    raidLevel: read("md/level"),
    owners: carrier.owners,
    through: carrier.through,
    isVirtual: link === null || link.includes("/virtual/"),
    disk: isPartition ? disk : null,
    below: carrier.owners.length > 0 ? [] : made,
    backing: backingOf(read("loop/backing_file") ?? read("backing_dev")),
  };
}

/** A compressed RAM disk without a disk behind it says "none". */
function backingOf(word: string | null): string | null {
  return word === null || !word.startsWith("/") ? null : word;
}
