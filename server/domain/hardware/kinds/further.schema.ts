import { always, type DeviceKind, never } from "../device-kind.schema";
import { choice, number, onOff, size, text, yesNo } from "../field.schema";

const machine = never("it is a part of the machine and is there from its start");

export const controller: DeviceKind = {
  id: "controller",
  element: "controller",
  title: "Controller",
  note: "What other devices are connected to.",
  name: "type",
  summary: ["model", "index"],
  fields: [
    choice("type", "Kind", "@type", ["usb", "scsi", "sata", "ide", "virtio-serial", "pci", "ccid"], {
      required: true,
    }),
    text("model", "Model", "@model", {
      pattern: /^[a-z0-9-]{1,40}$/,
      problem: "A model is one word, as in qemu-xhci or virtio-scsi.",
      note: "qemu-xhci for USB 3, virtio-scsi for SCSI, pcie-root-port for PCI.",
    }),
    text("index", "Number", "@index", { fixed: true }),
    number("ports", "Ports", "@ports", [1, 255], { when: { field: "type", is: ["usb", "virtio-serial"] } }),
    number("iothread", "I/O thread", "driver@iothread", [1, 64], { when: { field: "type", is: ["scsi"] } }),
    number("queues", "Queues", "driver@queues", [1, 256], { when: { field: "type", is: ["scsi"] } }),
  ],
  fresh: { type: "scsi", model: "virtio-scsi" },
  hot: ({ type }) => (type === "scsi" ? null : "only SCSI controllers can be plugged"),
};

export const redirection: DeviceKind = {
  id: "redirection",
  element: "redirdev",
  title: "USB redirection",
  note: "A USB device of whoever looks on by SPICE.",
  name: "type",
  summary: [],
  boots: true,
  fields: [choice("type", "By", "@type", [["spicevmc", "SPICE"]], { required: true })],
  fresh: { type: "spicevmc" },
  skeleton: { "@bus": "usb" },
  hot: always,
};

export const smartCard: DeviceKind = {
  id: "smart-card",
  element: "smartcard",
  title: "Smart card",
  note: "A card reader, with the card of the viewer or of the host.",
  name: "mode",
  summary: [],
  most: 1,
  fields: [
    choice(
      "mode",
      "Card",
      "@mode",
      [
        ["passthrough", "of whoever looks on by SPICE"],
        ["host", "of the host"],
      ],
      {
        required: true,
      },
    ),
    choice("type", "By", "@type", [["spicevmc", "SPICE"]], { when: { field: "mode", is: ["passthrough"] } }),
  ],
  fresh: { mode: "passthrough", type: "spicevmc" },
  hot: machine,
};

export const panic: DeviceKind = {
  id: "panic",
  element: "panic",
  title: "Panic notifier",
  note: "Tells libvirt when the guest's kernel panics.",
  name: "model",
  summary: [],
  fields: [
    choice("model", "Model", "@model", ["isa", "hyperv", ["pvpanic", "pvpanic (libvirt 9.1 and later)"]], {
      required: true,
    }),
  ],
  fresh: { model: "isa" },
  hot: machine,
};

export const vsock: DeviceKind = {
  id: "vsock",
  element: "vsock",
  title: "VSOCK",
  note: "Sockets between host and guest without a network.",
  name: "address",
  summary: ["automatic"],
  most: 1,
  fields: [
    choice("automatic", "Number chosen by libvirt", "cid@auto", yesNo),
    number("address", "Number", "cid@address", [3, 4_294_967_294], { differs: true }),
  ],
  fresh: { automatic: "yes" },
  skeleton: { "@model": "virtio" },
  hot: always,
};

export const sharedMemory: DeviceKind = {
  id: "shared-memory",
  element: "shmem",
  title: "Shared memory",
  note: "Memory shared with the host or another VM, as Looking Glass needs.",
  name: "label",
  summary: ["bytes"],
  fields: [
    text("label", "Name", "@name", {
      required: true,
      pattern: /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,63}$/,
      problem: "A name has letters, digits, _ . and -",
    }),
    choice("model", "Model", "model@type", ["ivshmem-plain", "ivshmem-doorbell"]),
    size("bytes", "Size", "size", [2 ** 20, 2 ** 40]),
  ],
  fresh: { label: "looking-glass", model: "ivshmem-plain", bytes: String(64 * 2 ** 20) },
  hot: always,
};

export const iommu: DeviceKind = {
  id: "iommu",
  element: "iommu",
  title: "IOMMU of the guest",
  note: "For devices handed on inside the guest, and for more than 255 vCPUs.",
  name: "model",
  summary: [],
  most: 1,
  fields: [
    choice("model", "Model", "@model", ["intel", "virtio", "smmuv3"], { required: true }),
    choice("intremap", "Interrupt remapping", "driver@intremap", onOff),
    choice("caching", "Caching mode", "driver@caching_mode", onOff),
    choice("iotlb", "Device IOTLB", "driver@iotlb", onOff),
  ],
  fresh: { model: "intel", intremap: "on", caching: "on" },
  hot: machine,
};

export const memoryModule: DeviceKind = {
  id: "memory-module",
  element: "memory",
  title: "Memory module",
  note: "Memory that can be plugged; the machine needs room for it (maxMemory and a NUMA node).",
  name: "model",
  summary: ["bytes"],
  fields: [
    choice("model", "Model", "@model", ["dimm", "virtio-mem", "nvdimm"], { required: true }),
    size("bytes", "Size", "target/size", [2 ** 20, 2 ** 46], { required: true }),
    number("node", "NUMA node of the guest", "target/node", [0, 127]),
  ],
  fresh: { model: "dimm", bytes: String(2 ** 30), node: "0" },
  hot: always,
};
