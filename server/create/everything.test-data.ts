import { hypervFeatures } from "./specification/features.schema";
import type { VmSpecificationInput } from "./vm-specification.schema";

/** A VM with something of each kind. */
export const everything: VmSpecificationInput = {
  name: "everything",
  title: "A VM with everything",
  operatingSystem: "http://debian.org/debian/12",
  firmware: { kind: "uefi", secureBoot: true },
  tpm: {},
  cpu: {
    cores: 4,
    pins: [{ vcpu: 0, cpus: "1" }],
    emulatorCpus: "0",
    iothreadPins: [{ iothread: 1, cpus: "0" }],
  },
  memory: { hugepageBytes: 2 ** 21, locked: true, numa: { mode: "strict", nodes: "0" } },
  features: {
    hyperv: [...hypervFeatures],
    hideKvm: true,
    hypervisorName: "passdeck",
    kernelIrqchip: true,
    suspendToMemory: false,
    suspendToDisk: false,
  },
  clock: { offset: "localtime", hypervClock: true },
  disks: [
    {
      source: { kind: "new-volume", pool: "default", volume: "everything.qcow2", bytes: 2 ** 30 },
      iothread: 1,
      cache: "none",
      io: "native",
      discard: "unmap",
      serial: "abc",
    },
    { source: { kind: "block", path: "/dev/vg/everything" }, bus: "scsi" },
  ],
  opticalDrives: [{ source: { kind: "file", path: "/iso/installation.iso" } }, { source: null }],
  networks: [
    { source: { kind: "network", network: "default" }, filter: "clean-traffic", mac: "52:54:00:00:00:01" },
    { source: { kind: "bridge", bridge: "br0" }, model: "e1000e" },
    { source: { kind: "macvtap", device: "eth0" } },
  ],
  cards: [
    {
      functions: [{ address: "0000:01:00.0", class: "030000" }, { address: "0000:01:00.1" }],
      options: { quirks: ["no-hot-plug"] },
    },
  ],
  usbDevices: [
    { kind: "product", vendorId: "046d", productId: "c52b" },
    { kind: "place", bus: 1, device: 2 },
    { kind: "port", port: "1-4.2" },
  ],
  namedDevices: ["any GPU"],
  graphics: { kind: "spice" },
  sound: "ich9",
  watchdog: {},
  sharedFolders: [{ path: "/srv", tag: "srv" }],
  lookingGlass: { mebibytes: 64, memory: "shm", video: "keep", spice: true },
  hostInputs: {
    devices: [
      { path: "/dev/input/by-id/one-event-kbd", keyboard: true },
      { path: "/dev/input/event5", keyboard: false },
    ],
    toggle: "shift-shift",
  },
};
