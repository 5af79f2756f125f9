import type { HostTree } from "@/server/host/host-tree";
import { treeOfEntries } from "@/server/host/tree.test-data";
import type { TreeEntry } from "@/server/host/tree-entries";
import { readHostReport } from "@/server/pci/read-host-report";
import type { HardwareReport } from "@/server/pci/schema";
import { type DeviceDescription, hostTreeEntries } from "./build-host-tree";
import { xeonE3 } from "./xeon-e3";

const root = "sys/devices/pci0000:00";

/** Where the devices of the host of {@link busyHost} stand in sysfs. */
export const place = {
  nvme: `${root}/0000:00:01.0/0000:02:00.0`,
  sata: `${root}/0000:00:17.0`,
  usb: `${root}/0000:00:14.0`,
  firstNic: "sys/devices/pci0000:03/0000:03:00.0",
  secondNic: "sys/devices/pci0000:04/0000:04:00.0",
  gpu: "sys/devices/pci0000:05/0000:05:00.0",
  secondGpu: "sys/devices/pci0000:06/0000:06:00.0",
} as const;

const devices: readonly DeviceDescription[] = [
  { address: "0000:00:01.0", class: "0604", id: "8086:0151", driver: "pcieport", group: 1 },
  { address: "0000:02:00.0", class: "010802", id: "144d:a808", group: 2, behind: "0000:00:01.0" },
  { address: "0000:00:17.0", class: "010601", id: "8086:a282", group: 3 },
  { address: "0000:00:14.0", class: "0c0330", id: "8086:a2af", group: 4 },
  { address: "0000:03:00.0", class: "0200", id: "8086:1521", group: 5 },
  { address: "0000:04:00.0", class: "0200", id: "8086:1521", group: 6 },
  { address: "0000:05:00.0", class: "0300", id: "10de:1381", group: 7, bootVga: true },
  { address: "0000:06:00.0", class: "0300", id: "10de:1381", group: 8, bootVga: false, driver: "vfio-pci" },
];

/** A host with these files and links beside its devices. */
export function busyTree(entries: readonly TreeEntry[]): Promise<HostTree> {
  return treeOfEntries(busyEntries(entries));
}

/** The entries of {@link busyTree}. */
export function busyEntries(entries: readonly TreeEntry[]): TreeEntry[] {
  return [...entries, ...hostTreeEntries({ ...xeonE3, devices })];
}

/** The report of {@link busyTree}. */
export async function busyHost(entries: readonly TreeEntry[]): Promise<HardwareReport> {
  return readHostReport(await busyTree(entries));
}

/** The uses of a device as "kind: detail". */
export function usesAt(report: HardwareReport, address: string): string[] {
  const device = report.devices.find((candidate) => candidate.address === address);
  return (device?.usedBy ?? []).map(({ kind, detail }) => `${kind}: ${detail}`);
}

/** A file of a host. */
export function file(path: string, text: string): TreeEntry {
  return { kind: "file", path, text };
}

/** Something in a class of sysfs: its link, the place that it leads to, and the attributes there. */
export function inClass(
  path: string,
  at: string,
  attributes: Readonly<Record<string, string>> = {},
  folders: readonly string[] = [],
): TreeEntry[] {
  return [
    { kind: "link", path, target: `${"../".repeat(path.split("/").length - 1)}${at}` },
    { kind: "folder", path: at },
    ...Object.entries(attributes).map(([name, text]) => file(`${at}/${name}`, `${text}\n`)),
    ...folders.map((name): TreeEntry => ({ kind: "folder", path: `${at}/${name}` })),
  ];
}

/** A block device with what it is made of. */
export function block(
  name: string,
  at: string,
  attributes: Readonly<Record<string, string>>,
  slaves: readonly string[] = [],
): TreeEntry[] {
  return inClass(
    `sys/class/block/${name}`,
    at,
    { size: "2000000000", ...attributes },
    slaves.map((slave) => `slaves/${slave}`),
  );
}

/** A network interface with those below it. */
export function net(name: string, at: string | null, entries: readonly string[] = []): TreeEntry[] {
  return inClass(`sys/class/net/${name}`, `${at ?? "sys/devices/virtual"}/net/${name}`, {}, entries);
}
