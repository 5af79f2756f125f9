import type { TreeEntry } from "@/server/host/tree-entries";
import { block, file, inClass, net, place } from "./busy-host";

const virtual = "sys/devices/virtual/block";

/** What every host has that was read as root: its tables, empty of disks, and a first process. */
export const plainHost: readonly TreeEntry[] = [
  file("proc/self/mountinfo", "1 0 0:1 / / rw - rootfs rootfs rw\n"),
  file("proc/swaps", "Filename Type Size Used Priority\n"),
  file("proc/modules", "nvme 16384 0 - Live 0x0\n"),
  file("proc/1/comm", "systemd\n"),
  { kind: "link", path: "proc/1/fd/0", target: "/dev/null" },
  { kind: "folder", path: "sys/dev/char" },
  { kind: "folder", path: "sys/class/block" },
  file("etc/fstab", "# nothing\n"),
];

/** A disk with one partition on each controller: nvme0n1p1, sda1. What they hold is told apart. */
export function disks(nvme = "", sata = ""): TreeEntry[] {
  const nvmeDisk = `${place.nvme}/nvme/nvme0/nvme0n1`;
  const sataDisk = `${place.sata}/ata1/host0/target0:0:0/0:0:0:0/block/sda`;
  return [
    ...driver(place.nvme, "nvme"),
    ...driver(place.sata, "ahci"),
    ...block("nvme0n1", nvmeDisk, { dev: "259:0" }),
    ...block("nvme0n1p1", `${nvmeDisk}/nvme0n1p1`, { dev: "259:1" }),
    ...block("sda", sataDisk, { dev: "8:0" }),
    ...block("sda1", `${sataDisk}/sda1`, { dev: "8:1" }),
    ...["259:0", "8:0"].map((numbers) => held(numbers, "E:ID_PART_TABLE_TYPE=gpt")),
    held("259:1", nvme),
    held("8:1", sata),
  ];
}

/** An entry of udev's database. */
export function held(numbers: string, lines: string): TreeEntry {
  return file(`run/udev/data/b${numbers}`, `I:1\n${lines}\n`);
}

export function mounted(...lines: readonly string[]): TreeEntry {
  const all = ["1 0 0:1 / / rw - rootfs rootfs rw", ...lines];
  return file("proc/self/mountinfo", all.map((line) => `${line}\n`).join(""));
}

export function driver(at: string, name: string): TreeEntry[] {
  return [
    {
      kind: "link",
      path: `${at}/driver`,
      target: `${"../".repeat(at.split("/").length)}bus/pci/drivers/${name}`,
    },
  ];
}

/** What the device mapper made. */
export function mapped(
  index: number,
  name: string,
  uuid: string,
  below: readonly string[],
  kept: TreeEntry[] = [],
): TreeEntry[] {
  return [
    ...block(
      `dm-${index}`,
      `${virtual}/dm-${index}`,
      { dev: `254:${index}`, "dm/name": name, "dm/uuid": uuid },
      below,
    ),
    ...kept,
  ];
}

/** What the kernel made without a place below a PCI device. */
export function made(
  name: string,
  numbers: string,
  below: readonly string[] = [],
  attributes = {},
): TreeEntry[] {
  return block(name, `${virtual}/${name}`, { dev: numbers, ...attributes }, below);
}

/** A process with these files open. */
export function process(
  id: number,
  name: string,
  open: readonly string[],
  commandLine: readonly string[] = [name],
): TreeEntry[] {
  return [
    file(`proc/${id}/comm`, `${name}\n`),
    file(`proc/${id}/cmdline`, commandLine.map((word) => `${word}\0`).join("")),
    ...open.map((target, index): TreeEntry => ({ kind: "link", path: `proc/${id}/fd/${index + 3}`, target })),
  ];
}

/** A character device at a place of sysfs. */
export function character(numbers: string, at: string): TreeEntry[] {
  return inClass(`sys/dev/char/${numbers}`, at, { dev: numbers });
}

/** A disk of an iSCSI target, by a session over the first network card. */
export function overIscsi(attributes: Readonly<Record<string, string>>): TreeEntry[] {
  const host = "sys/devices/platform/host9";
  return [
    ...driver(place.firstNic, "igb"),
    ...net("enp3s0", place.firstNic),
    ...net("enp4s0", place.secondNic),
    file(
      "proc/net/route",
      "Iface Destination Gateway Flags RefCnt Use Metric Mask\nenp3s0 006433C6 00000000 0001 0 0 0 00FFFFFF\n",
    ),
    file("proc/net/fib_trie", "|-- 198.51.100.7\n   /32 host LOCAL\n"),
    ...block("sdc", `${host}/session4/target9:0:0/9:0:0:0/block/sdc`, { dev: "8:32" }),
    held("8:32", "E:ID_FS_TYPE=xfs"),
    ...inClass("sys/class/iscsi_host/host9", `${host}/iscsi_host/host9`, attributes),
    ...inClass(
      "sys/class/iscsi_connection/connection4:0",
      `${host}/session4/connection4:0/iscsi_connection/connection4:0`,
      { persistent_address: "198.51.100.20" },
    ),
  ];
}
