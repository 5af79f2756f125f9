import type { HostFiles, ReadBatch } from "../../host/host-files";
import { plainText } from "../../host/plain-text";
import { linkedPath } from "../../host/tree-entries";
import type { Owners } from "./owners";

export const blockFolder = "sys/class/block";

/** What {@link blockDevicesOf} needs read, once the names in {@link blockFolder} are known. */
export function blockBatch(
  names: readonly string[],
): Required<Pick<ReadBatch, "texts" | "links" | "folders">> {
  const each = (attribute: string) => names.map((name) => `${blockFolder}/${name}/${attribute}`);
  return {
    links: names.map((name) => `${blockFolder}/${name}`),
    texts: blockAttributes.flatMap(each),
    folders: each("slaves"),
  };
}

/** Attributes that are read of each block device; a capture keeps these. `dm/uuid` is cut down to its kind there. */
const blockAttributes = ["dev", "size", "dm/name", "dm/uuid", "md/level"] as const;

/** A disk, a partition, or what is made of them. */
export interface BlockDevice {
  /** The kernel's name: "nvme0n1p2", "dm-0", "md127". */
  name: string;
  /** The name that people gave it, where the device mapper knows one: "debian--vg-root". */
  label: string;
  /** "259:2", as the mount table has it. */
  numbers: string | null;
  sectors: number;
  /** What made it, by the device mapper: "LVM", "CRYPT", "mpath" …; null of what the mapper did not make. */
  mapper: string | null;
  /** "raid1", of the kernel's RAID. */
  raidLevel: string | null;
  /** PCI devices that it hangs on by itself; none of what is made of other block devices. */
  owners: readonly string[];
  /** The disk of a partition. */
  disk: string | null;
  /** Block devices that it is made of. */
  below: readonly string[];
}

/** Block devices by name, from the files of {@link blockBatch}. */
export function blockDevicesOf(
  names: readonly string[],
  files: HostFiles,
  owners: Owners,
): Map<string, BlockDevice> {
  const paths = multipathPathsOf(names);
  return new Map(names.map((name) => [name, blockDevice(name, paths, files, owners)]));
}

/**
 * By disk, all of them: the ways to it. An NVMe disk that may be reached over several controllers is virtual;
 * "nvme0c1n1" is the way to "nvme0n1" over its second controller.
 */
function multipathPathsOf(names: readonly string[]): Map<string, string[]> {
  const paths = new Map<string, string[]>(names.map((name) => [name, []]));
  for (const name of names) {
    const match = /^(nvme\d+)c\d+(n\d+)$/.exec(name);
    if (match !== null) paths.get(`${match[1]}${match[2]}`)?.push(name);
  }
  return paths;
}

function blockDevice(
  name: string,
  paths: ReadonlyMap<string, readonly string[]>,
  files: HostFiles,
  owners: Owners,
): BlockDevice {
  const read = (attribute: (typeof blockAttributes)[number]) =>
    files.word(`${blockFolder}/${name}/${attribute}`);
  const link = files.link(`${blockFolder}/${name}`);
  const disk = link === null ? undefined : linkedPath(`${blockFolder}/${name}`, link).split("/").at(-2);
  const isPartition = disk !== undefined && paths.has(disk);
  const slaves = files.names(`${blockFolder}/${name}/slaves`).filter((slave) => paths.has(slave));
  const ownersHere = owners.of(link);
  return {
    name,
    label: plainText(read("dm/name") ?? name),
    numbers: read("dev"),
    sectors: Number(/^\d{1,15}$/.exec(read("size") ?? "")?.[0] ?? 0),
    mapper: /^[A-Za-z]+/.exec(read("dm/uuid") ?? "")?.[0] ?? null,
    raidLevel: read("md/level"),
    owners: ownersHere,
    disk: isPartition ? disk : null,
    below: ownersHere.length > 0 ? [] : [...slaves, ...(isPartition ? [disk] : (paths.get(name) ?? []))],
  };
}
