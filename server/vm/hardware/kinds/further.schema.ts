import { always, type DeviceKind, never } from "../device-kind.schema";
import { choice, number, onOff, path, presence, size, text, type Values, yesNo } from "../field.schema";

const machine = never("it is a part of the machine and is there from its start");

export const tpm: DeviceKind = {
  id: "tpm",
  element: "tpm",
  title: "TPM",
  note: "Windows 11 asks for one; swtpm on the host makes it.",
  name: "model",
  summary: ["backend", "version"],
  most: 1,
  fields: [
    choice("model", "Model", "@model", ["tpm-crb", "tpm-tis"], { required: true }),
    choice(
      "backend",
      "Made by",
      "backend@type",
      [
        ["emulator", "swtpm"],
        ["passthrough", "the host's TPM"],
      ],
      { required: true },
    ),
    choice("version", "Version", "backend@version", ["2.0", "1.2"], {
      when: { field: "backend", is: ["emulator"] },
    }),
    path("device", "Device of the host", "backend/device@path", {
      when: { field: "backend", is: ["passthrough"] },
    }),
  ],
  fresh: { model: "tpm-crb", backend: "emulator", version: "2.0" },
  hot: machine,
};

export const watchdog: DeviceKind = {
  id: "watchdog",
  element: "watchdog",
  title: "Watchdog",
  note: "Acts when the guest's system hangs.",
  name: "model",
  summary: ["action"],
  fields: [
    choice("model", "Model", "@model", ["i6300esb", "itco", "ib700", "diag288"], { required: true }),
    choice(
      "action",
      "Then",
      "@action",
      ["reset", "shutdown", "poweroff", "pause", "none", "dump", "inject-nmi"],
      {
        required: true,
      },
    ),
  ],
  fresh: { model: "i6300esb", action: "reset" },
  hot: ({ model }) => (model === "i6300esb" ? null : "only the model i6300esb can be plugged"),
};

export const randomness: DeviceKind = {
  id: "rng",
  element: "rng",
  title: "Randomness",
  note: "Random numbers from the host.",
  name: "backend",
  summary: ["path"],
  fields: [
    choice(
      "backend",
      "From",
      "backend@model",
      [
        ["random", "a device of the host"],
        ["builtin", "QEMU itself"],
      ],
      { required: true },
    ),
    path("path", "Device of the host", "backend", { when: { field: "backend", is: ["random"] } }),
    number("bytes", "Bytes at most", "rate@bytes", [1, 1e9], { rare: true }),
    number("period", "In so many milliseconds", "rate@period", [1, 1e9], { rare: true }),
  ],
  fresh: { backend: "random", path: "/dev/urandom" },
  skeleton: { "@model": "virtio" },
  hot: always,
};

export const balloon: DeviceKind = {
  id: "balloon",
  element: "memballoon",
  title: "Balloon",
  note: "By it the guest gives memory back, and says how much it uses.",
  name: "model",
  summary: [],
  most: 1,
  fields: [
    choice("model", "Model", "@model", ["virtio", ["none", "none"]], { required: true }),
    choice("autodeflate", "Gives memory back before the guest kills programs", "@autodeflate", onOff, {
      rare: true,
    }),
    choice("reporting", "Tells the host of free pages", "@freePageReporting", onOff, { rare: true }),
    number("period", "Asked for figures every so many seconds", "stats@period", [1, 3600], { live: true }),
  ],
  hot: machine,
};

export const sharedFolder: DeviceKind = {
  id: "folder",
  element: "filesystem",
  title: "Shared folder",
  note: "A folder of the host that the guest mounts by its tag.",
  name: "tag",
  summary: ["folder"],
  fields: [
    choice("driver", "By", "driver@type", [
      ["virtiofs", "virtiofs"],
      ["path", "9p"],
    ]),
    path("folder", "Folder of the host", "source@dir", { required: true }),
    text("tag", "Tag", "target@dir", {
      required: true,
      pattern: /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,35}$/,
      problem: "A tag has 1 to 36 letters, digits, _ . and -",
      note: "In the guest: mount -t virtiofs TAG /mnt",
    }),
    choice("access", "Owners and permissions", "@accessmode", [
      ["passthrough", "as on the host"],
      ["mapped", "kept apart (9p)"],
      ["squash", "as far as the host lets (9p)"],
    ]),
    presence("readOnly", "Read-only", "readonly"),
  ],
  fresh: { driver: "virtiofs", access: "passthrough" },
  skeleton: { "@type": "mount" },
  hot: ({ driver }) => (driver === "virtiofs" ? null : "only virtiofs can be plugged"),
  check: ({ driver, access, readOnly }: Values) => {
    if (driver !== "virtiofs") return null;
    if (access !== null && access !== undefined && access !== "passthrough")
      return "virtiofs keeps owners and permissions as on the host.";
    return readOnly === "yes" ? "libvirt can't share a folder by virtiofs read-only." : null;
  },
};

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
  fields: [choice("model", "Model", "@model", ["isa", "pvpanic", "hyperv"], { required: true })],
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
