import type { CreateChoices } from "@/server/create/choices.schema";

/** A small host: a pool with an ISO and an image, a network, a bridge, no hardware to reserve. */
export const sampleChoices: CreateChoices = {
  architecture: "x86_64",
  kvm: true,
  memoryBytes: 32 * 2 ** 30,
  availableMemoryBytes: 20 * 2 ** 30,
  hugepages: [],
  cpus: null,
  machines: ["pc-q35-7.2"],
  cpuModels: [],
  firmware: { uefi: true, secureBoot: true, files: [] },
  swtpm: true,
  virtiofsd: true,
  systems: [],
  networks: [
    { name: "lab", active: false },
    { name: "default", active: true },
  ],
  interfaces: [
    { name: "virbr0", bridge: true },
    { name: "br0", bridge: true },
    { name: "eno1", bridge: false },
  ],
  filters: [],
  pools: [
    {
      name: "isos",
      type: "dir",
      active: true,
      takesDisks: true,
      availableBytes: 900 * 2 ** 30,
      volumes: ["debian.iso"],
    },
    {
      name: "default",
      type: "dir",
      active: true,
      takesDisks: true,
      availableBytes: 100 * 2 ** 30,
      volumes: ["cloud.qcow2"],
    },
  ],
  devices: null,
  inputs: null,
  lookingGlass: null,
  usbDevices: null,
  namedDevices: [],
  templates: [],
  vmNames: ["linux-server"],
  grant: null,
};
