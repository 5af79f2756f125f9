import { choice, number, presence, text, type Values } from "../../fields/field.schema";
import type { DeviceForm } from "../device-form.schema";
import { sourceFields } from "./source.schema";

const buses = [
  ["virtio", "virtio: fastest, the guest needs its driver"],
  ["scsi", "SCSI (virtio-scsi)"],
  ["sata", "SATA: every system has the driver"],
  ["usb", "USB"],
  ["ide", "IDE: old machines only"],
] as const;

/** What of a disk only some buses have: virtio's options, SCSI's names, a place in the guest's file system of drives. */
const ofBus = [
  "@model",
  ...["queue_size", "iommu", "ats", "packed", "page_per_vq", "event_idx", "ioeventfd"].map(
    (name) => `driver@${name}`,
  ),
  ...["iothreads", "virtio"].map((name) => `driver/${name}`),
  ...["removable", "rotation_rate", "tray"].map((name) => `target@${name}`),
  ...["wwn", "vendor", "product", "geometry", "address"],
];

export const disk: DeviceForm<"disk"> = {
  id: "disk",
  element: "disk",
  is: { device: ["disk", "lun", null] },
  title: "Disk",
  note: "A file, volume or block device of the host.",
  icon: "hard-drive",
  mark: ({ target }) => target ?? null,
  unique: { by: ["bus"] },
  summary: ["bus", "file", "dev", "volume"],
  onlyAsked: true,
  boots: () => "hd",
  fields: [
    text("target", "Target", "target@dev", { fixed: true }),
    ...sourceFields({ required: true }, "without the disk"),
    choice("format", "Format", "driver@type", ["qcow2", "raw"], {
      note: "Must match the file; a wrong format makes the disk unreadable.",
      owns: ["backingStore", "driver/metadata_cache", "source/slices", "source/encryption", "encryption"],
    }),
    choice("bus", "Bus", "target@bus", buses, {
      required: true,
      note: "The guest sees the disk under another name on another bus.",
      owns: ofBus,
    }),
    choice(
      "device",
      "Device type",
      "@device",
      [
        ["disk", "Disk"],
        ["lun", "LUN: SCSI passthrough"],
      ],
      { rare: true, owns: ["@sgio", "@rawio", "source/reservations"] },
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
      when: { field: "bus", is: ["virtio"] },
    }),
    number("queues", "Queues", "driver@queues", [1, 256], {
      note: "Usually one per vCPU; virtio only.",
      when: { field: "bus", is: ["virtio"] },
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
  ofNewVolume: ["type", "file", "dev", "pool", "volume", "format"],
  skeleton: { "@device": "disk", "driver@name": "qemu" },
  hot: ({ bus, device }) =>
    ["virtio", "scsi", "usb"].includes(bus ?? "") && device !== "lun"
      ? null
      : "only disks on virtio, SCSI or USB can be plugged into a running VM",
  check: diskProblem,
  risk: (to) =>
    "bus" in to
      ? "The guest sees the disk under another name and needs a driver for the bus, in its boot image too."
      : null,
};

function diskProblem({ io, cache, bus, device, type }: Values): string | null {
  if (io === "native" && cache !== "none" && cache !== "directsync")
    return "I/O mode “native” needs cache mode “none” or “directsync”: QEMU opens the file with O_DIRECT.";
  if (device === "lun" && (type !== "block" || bus !== "scsi"))
    return "Device type: a LUN has to be a block device on the SCSI bus.";
  return null;
}
