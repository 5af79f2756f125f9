import type { DeviceKind } from "../device-kind.schema";
import { choice, type Field, number, path, presence, text, type Values } from "../field.schema";

const sourceTypes = [
  ["file", "File on the host"],
  ["block", "Block device on the host"],
  ["volume", "Storage pool volume"],
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
  note: "A file, volume or block device of the host.",
  name: "target",
  summary: ["bus", "file", "dev", "volume"],
  boots: true,
  fields: [
    text("target", "Target", "target@dev", { fixed: true }),
    ...sourceFields({ required: true }),
    choice("format", "Format", "driver@type", ["qcow2", "raw"], {
      note: "Must match the file; a wrong format makes the disk unreadable.",
    }),
    choice("bus", "Bus", "target@bus", buses, {
      required: true,
      note: "The guest sees the disk under another name on another bus.",
    }),
    choice(
      "device",
      "Device type",
      "@device",
      [
        ["disk", "Disk"],
        ["lun", "LUN: SCSI passthrough"],
      ],
      { rare: true },
    ),
    choice(
      "cache",
      "Cache mode",
      "driver@cache",
      ["none", "writethrough", "writeback", "directsync", "unsafe"],
      {
        note: "“none” bypasses the host's page cache; “unsafe” loses data when the host fails.",
      },
    ),
    choice("io", "I/O mode", "driver@io", ["native", "threads", "io_uring"], {
      note: "“native” needs cache mode “none” or “directsync”.",
    }),
    choice("discard", "Discard mode", "driver@discard", [
      ["unmap", "unmap: returns freed space to the host"],
      ["ignore", "ignore"],
    ]),
    choice("detectZeroes", "Detect zeroes", "driver@detect_zeroes", ["off", "on", "unmap"], { rare: true }),
    number("iothread", "I/O thread", "driver@iothread", [1, 64], {
      note: "Number of the I/O thread that serves it; virtio only.",
    }),
    number("queues", "Queues", "driver@queues", [1, 256], {
      note: "Usually one per vCPU; virtio only.",
      rare: true,
    }),
    text("serial", "Serial number", "serial", {
      pattern: /^[A-Za-z0-9_ .+-]{1,36}$/,
      problem: "A serial number has 1 to 36 letters, digits and _ . + -",
    }),
    presence("readOnly", "Read-only", "readonly"),
    presence("shareable", "Shareable", "shareable", {
      note: "For cluster file systems only; any other file system is destroyed.",
      rare: true,
    }),
    number("bytesPerSecond", "Bandwidth limit (bytes/s)", "iotune/total_bytes_sec", [1, 1e12], {
      rare: true,
    }),
    number("operationsPerSecond", "IOPS limit", "iotune/total_iops_sec", [1, 1e9], {
      rare: true,
    }),
  ],
  fresh: { type: "file", bus: "virtio", format: "qcow2", discard: "unmap" },
  skeleton: { "@device": "disk", "driver@name": "qemu" },
  hot: ({ bus, device }) =>
    ["virtio", "scsi", "usb"].includes(bus ?? "") && device !== "lun"
      ? null
      : "only disks on virtio, SCSI or USB can be plugged into a running VM",
  check: diskProblem,
};

function diskProblem({ io, cache, iothread, bus, device, type }: Values): string | null {
  if (io === "native" && cache !== "none" && cache !== "directsync")
    return "I/O mode “native” needs cache mode “none” or “directsync”: QEMU opens the file with O_DIRECT.";
  if (iothread != null && bus !== "virtio") return "Only virtio disks can have an I/O thread.";
  if (device === "lun" && (type !== "block" || bus !== "scsi"))
    return "A LUN has to be a block device on the SCSI bus.";
  return null;
}

/** CD and floppy drives; without a source they are empty. */
export const drive: DeviceKind = {
  id: "drive",
  element: "disk",
  is: { device: ["cdrom", "floppy"] },
  title: "CD/DVD drive",
  note: "A drive with an ISO image, or empty.",
  name: "target",
  summary: ["bus", "file", "dev", "volume"],
  boots: true,
  fields: [
    text("target", "Target", "target@dev", { fixed: true }),
    choice(
      "device",
      "Drive type",
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
      "If the image is missing",
      "source@startupPolicy",
      [
        ["mandatory", "the VM does not start"],
        ["requisite", "it starts, but can't be migrated here"],
        ["optional", "it starts with an empty drive"],
      ],
      { rare: true },
    ),
  ],
  fresh: { device: "cdrom", type: "file", bus: "sata" },
  skeleton: { "driver@name": "qemu", "driver@type": "raw", "readonly!": "yes" },
  hot: () => "drives can't be plugged into a running VM; the disc can be changed",
};
