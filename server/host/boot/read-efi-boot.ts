import type { HostFiles } from "../host-files";
import type { HostTree } from "../host-tree";
import { type EfiEntry, readEfiEntry } from "./efi-entry";
import { bootCurrent, bootOrder, globalVariable, secureBootVariable } from "./efi-variables";

/** What the firmware starts, and from where. */
export interface EfiBoot {
  /** Numbers of entries, in the order in which they are tried. */
  order: readonly string[];
  /** The number of the entry that was started; null where the firmware does not say. */
  current: string | null;
  entries: readonly EfiEntry[];
  /** Mounted partitions that a firmware can read. */
  partitions: readonly EfiPartition[];
  /** null where not known. */
  secureBoot: boolean | null;
  /** efibootmgr(8) is installed. */
  hasProgram: boolean;
}

/** A FAT partition. */
export interface EfiPartition {
  /** Its UUID in the partition table, in small letters; null where nothing tells. */
  id: string | null;
  /** "/dev/nvme0n1" */
  disk: string;
  number: number;
  /** Where it is mounted, without a leading slash: "boot/efi". */
  mount: string;
}

const variables = "sys/firmware/efi/efivars";
const identities = "dev/disk/by-partuuid";
const programs = ["usr/bin/efibootmgr", "usr/sbin/efibootmgr"];

/** null of a host that was not started by UEFI, or does not show its variables. */
export async function readEfiBoot(tree: HostTree): Promise<EfiBoot | null> {
  const listed = await tree.readMany({
    folders: [variables, identities],
    texts: ["proc/self/mounts"],
    presence: programs,
    skipForbidden: true,
  });
  const names = listed.names(variables).filter((name) => /^Boot[0-9A-F]{4}-8be4df61-/.test(name));
  if (!listed.names(variables).includes(bootOrder.slice(variables.length + 1))) return null;
  const paths = names.map((name) => `${variables}/${name}`);
  const links = listed.names(identities).map((name) => `${identities}/${name}`);
  const mounts = fatMounts(listed.text("proc/self/mounts") ?? "");
  const devices = mounts.map(({ device }) => `sys/class/block/${device}`);
  const read = await tree.readMany({
    bytes: [bootOrder, bootCurrent, secureBootVariable, ...paths],
    links: [...links, ...devices],
    texts: devices.map((path) => `${path}/partition`),
    skipForbidden: true,
  });
  const boot = read.bytes(secureBootVariable)?.at(4);
  return {
    order: numbersIn(read.bytes(bootOrder)),
    current: numbersIn(read.bytes(bootCurrent))[0] ?? null,
    entries: names.flatMap(
      (name, index) =>
        readEfiEntry(name.slice(4, 8), read.bytes(paths[index] ?? "") ?? new Uint8Array()) ?? [],
    ),
    partitions: mounts.flatMap((mount) => partitionOf(mount, read, links) ?? []),
    secureBoot: boot === undefined ? null : boot === 1,
    hasProgram: programs.some((path) => listed.has(path)),
  };
}

/** One entry as it is now; null where there is none of this number. */
export async function readEfiEntryNow(tree: HostTree, number: string): Promise<EfiEntry | null> {
  const bytes = await tree.readBytes(globalVariable(`Boot${number}`));
  return bytes === null ? null : readEfiEntry(number, bytes);
}

function numbersIn(variable: Uint8Array | null): string[] {
  const bytes = Buffer.from(variable ?? []).subarray(4);
  return Array.from({ length: Math.floor(bytes.length / 2) }, (_, index) =>
    bytes
      .readUInt16LE(index * 2)
      .toString(16)
      .toUpperCase()
      .padStart(4, "0"),
  );
}

interface FatMount {
  /** "nvme0n1p1" */
  device: string;
  mount: string;
}

/** proc(5): the device, where it is mounted, and the file system. */
function fatMounts(text: string): FatMount[] {
  return text.split("\n").flatMap((line) => {
    const [source = "", folder = "", type] = line.split(" ");
    const [, device] = /^\/dev\/(\w+)$/.exec(source) ?? [];
    return type === "vfat" && device !== undefined ? [{ device, mount: folder.slice(1) }] : [];
  });
}

/** A partition's folder in sysfs is in that of its disk. */
function partitionOf(
  { device, mount }: FatMount,
  read: HostFiles,
  links: readonly string[],
): EfiPartition | null {
  const path = `sys/class/block/${device}`;
  const [disk] = read.link(path)?.split("/").slice(-2) ?? [];
  const number = Number(read.word(`${path}/partition`));
  if (disk === undefined || !Number.isInteger(number) || number < 1) return null;
  const named = links.find((link) => read.link(link)?.split("/").at(-1) === device);
  const id = named?.slice(named.lastIndexOf("/") + 1).toLowerCase() ?? null;
  return { id, disk: `/dev/${disk}`, number, mount };
}
