import type { DeviceKind } from "../device-kind.schema";
import { choice, type Field, number, path, presence, text, type Values } from "../field.schema";

const sourceTypes = [
  ["file", "A file of the host"],
  ["block", "A block device of the host"],
  ["volume", "A volume of a pool"],
] as const;
const word = /^[\p{L}\p{N}_][\p{L}\p{N} ._+@:-]{0,254}$/u;
const named = "A name begins with a letter or digit and has no slashes.";

function sourceFields(more: { live?: true; required?: true }): Field[] {
  return [
    choice("type", "Source", "@type", sourceTypes, more),
    path("file", "File", "source@file", { when: { field: "type", is: ["file"] }, ...more }),
    path("dev", "Block device", "source@dev", { when: { field: "type", is: ["block"] }, ...more }),
    text("pool", "Pool", "source@pool", {
      when: { field: "type", is: ["volume"] },
      pattern: word,
      problem: named,
      suggest: "pools",
      ...more,
    }),
    text("volume", "Volume", "source@volume", {
      when: { field: "type", is: ["volume"] },
      pattern: word,
      problem: named,
      ...more,
    }),
  ];
}

const buses = [
  ["virtio", "virtio: fastest, the guest needs its driver"],
  ["scsi", "SCSI (virtio-scsi)"],
  ["sata", "SATA: every system has the driver"],
  ["usb", "USB"],
  ["ide", "IDE: old machines only"],
] as const;

export const disk: DeviceKind = {
  id: "disk",
  element: "disk",
  is: { device: ["disk", "lun", null] },
  title: "Disk",
  note: "A file, a volume or a block device of the host as a disk of the guest.",
  name: "target",
  summary: ["bus", "file", "dev", "volume"],
  boots: true,
  fields: [
    text("target", "Name", "target@dev", { fixed: true }),
    ...sourceFields({ required: true }),
    choice("format", "Format", "driver@type", ["qcow2", "raw"], {
      note: "As the file is; a wrong one makes the disk unreadable.",
    }),
    choice("bus", "Bus", "target@bus", buses, {
      required: true,
      note: "Another bus gives the disk another name and place in the guest.",
    }),
    choice(
      "device",
      "As",
      "@device",
      [
        ["disk", "A disk"],
        ["lun", "The device itself, with its SCSI commands"],
      ],
      { rare: true },
    ),
    choice("cache", "Cache", "driver@cache", ["none", "writethrough", "writeback", "directsync", "unsafe"], {
      note: "“none” goes past the host's page cache; “unsafe” loses data when the host fails.",
    }),
    choice("io", "I/O", "driver@io", ["native", "threads", "io_uring"], {
      note: "“native” needs the cache “none” or “directsync”.",
    }),
    choice("discard", "Discard", "driver@discard", [
      ["unmap", "unmap: gives freed space back"],
      ["ignore", "ignore"],
    ]),
    choice("detectZeroes", "Written zeroes", "driver@detect_zeroes", ["off", "on", "unmap"], { rare: true }),
    number("iothread", "I/O thread", "driver@iothread", [1, 64], {
      note: "Which of the VM's I/O threads serves it (CPU lists how many there are); only virtio.",
    }),
    number("queues", "Queues", "driver@queues", [1, 256], {
      note: "One for each vCPU is usual; only virtio.",
      rare: true,
    }),
    text("serial", "Serial number", "serial", {
      pattern: /^[A-Za-z0-9_ .+-]{1,36}$/,
      problem: "A serial number has 1 to 36 letters, digits and _ . + -",
    }),
    presence("readOnly", "Read-only", "readonly"),
    presence("shareable", "Shared with other VMs", "shareable", {
      note: "For file systems made for it; any other is destroyed.",
      rare: true,
    }),
    number("bytesPerSecond", "Bytes a second at most", "iotune/total_bytes_sec", [1, 1e12], { rare: true }),
    number("operationsPerSecond", "Operations a second at most", "iotune/total_iops_sec", [1, 1e9], {
      rare: true,
    }),
  ],
  fresh: { type: "file", bus: "virtio", format: "qcow2", discard: "unmap" },
  skeleton: { "@device": "disk", "driver@name": "qemu" },
  hot: ({ bus, device }) =>
    ["virtio", "scsi", "usb"].includes(bus ?? "") && device !== "lun"
      ? null
      : "disks can be plugged while it runs on virtio, SCSI and USB only",
  check: diskProblem,
};

function diskProblem({ io, cache, iothread, bus, device, type }: Values): string | null {
  if (io === "native" && cache !== "none" && cache !== "directsync")
    return "Native I/O needs the cache “none” or “directsync”, since QEMU opens the file with O_DIRECT then.";
  if (iothread != null && bus !== "virtio") return "Only disks on virtio have an I/O thread.";
  if (device === "lun" && (type !== "block" || bus !== "scsi"))
    return "The device itself, with its SCSI commands, has to be a block device on SCSI.";
  return null;
}

/** CD and floppy drives; without a source they are empty. */
export const drive: DeviceKind = {
  id: "drive",
  element: "disk",
  is: { device: ["cdrom", "floppy"] },
  title: "CD drive",
  note: "A drive with an ISO image in it, or empty.",
  name: "target",
  summary: ["bus", "file", "dev", "volume"],
  boots: true,
  fields: [
    text("target", "Name", "target@dev", { fixed: true }),
    choice(
      "device",
      "Drive",
      "@device",
      [
        ["cdrom", "CD or DVD"],
        ["floppy", "Floppy"],
      ],
      { required: true },
    ),
    ...sourceFields({ live: true }),
    choice("bus", "Bus", "target@bus", ["sata", "scsi", "usb", "ide", ["fdc", "fdc (floppies)"]], {
      required: true,
    }),
    choice(
      "missing",
      "Where the image is missing",
      "source@startupPolicy",
      [
        ["mandatory", "the VM does not start"],
        ["requisite", "it starts, and does not come from another host"],
        ["optional", "it starts with an empty drive"],
      ],
      { rare: true },
    ),
  ],
  fresh: { device: "cdrom", type: "file", bus: "sata" },
  skeleton: { "driver@name": "qemu", "driver@type": "raw", "readonly!": "yes" },
  hot: () => "a drive can't be plugged while it runs; the disc in it can be changed",
};
