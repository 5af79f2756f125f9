import { always, type DeviceKind, never } from "../device-kind.schema";
import { choice, number, onOff, size, text, yesNo } from "../field.schema";

const machine = never("it can't be plugged into a running VM");

export const controller: DeviceKind = {
  id: "controller",
  element: "controller",
  title: "Controller",
  note: "A bus controller that other devices are connected to.",
  name: "type",
  summary: ["model", "index"],
  fields: [
    choice("type", "Type", "@type", ["usb", "scsi", "sata", "ide", "virtio-serial", "pci", "ccid"], {
      required: true,
    }),
    text("model", "Model", "@model", {
      pattern: /^[a-z0-9-]{1,40}$/,
      problem: "A model is one word, as in qemu-xhci or virtio-scsi.",
      note: "qemu-xhci for USB 3, virtio-scsi for SCSI, pcie-root-port for PCI.",
    }),
    text("index", "Index", "@index", { fixed: true }),
    number("ports", "Ports", "@ports", [1, 255], { when: { field: "type", is: ["usb", "virtio-serial"] } }),
    number("iothread", "I/O thread", "driver@iothread", [1, 64], { when: { field: "type", is: ["scsi"] } }),
    number("queues", "Queues", "driver@queues", [1, 256], { when: { field: "type", is: ["scsi"] } }),
  ],
  fresh: { type: "scsi", model: "virtio-scsi" },
  hot: ({ type }) => (type === "scsi" ? null : "only SCSI controllers can be plugged into a running VM"),
};

export const redirection: DeviceKind = {
  id: "redirection",
  element: "redirdev",
  title: "USB redirection",
  note: "A USB device of the SPICE viewer.",
  name: "type",
  summary: [],
  boots: true,
  fields: [choice("type", "Type", "@type", [["spicevmc", "SPICE"]], { required: true })],
  fresh: { type: "spicevmc" },
  skeleton: { "@bus": "usb" },
  hot: always,
};

export const smartCard: DeviceKind = {
  id: "smart-card",
  element: "smartcard",
  title: "Smart card",
  note: "A smart card reader.",
  name: "mode",
  summary: [],
  most: 1,
  fields: [
    choice(
      "mode",
      "Mode",
      "@mode",
      [
        ["passthrough", "passthrough from the SPICE viewer"],
        ["host", "host"],
      ],
      {
        required: true,
      },
    ),
    choice("type", "Type", "@type", [["spicevmc", "SPICE"]], {
      when: { field: "mode", is: ["passthrough"] },
    }),
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
    choice("automatic", "CID assigned by libvirt", "cid@auto", yesNo),
    number("address", "CID", "cid@address", [3, 4_294_967_294], { differs: true }),
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
  title: "Virtual IOMMU",
  note: "For passthrough inside the guest, and for more than 255 vCPUs.",
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
  note: "Hot-pluggable memory; the VM needs maxMemory and a guest NUMA node.",
  name: "model",
  summary: ["bytes"],
  fields: [
    choice("model", "Model", "@model", ["dimm", "virtio-mem", "nvdimm"], { required: true }),
    size("bytes", "Size", "target/size", [2 ** 20, 2 ** 46], { required: true }),
    number("node", "Guest NUMA node", "target/node", [0, 127]),
  ],
  fresh: { model: "dimm", bytes: String(2 ** 30), node: "0" },
  hot: always,
};
