import type { DeviceDescription, HostDescription } from "./build-host-tree";
import { demoReadiness } from "./demo-readiness";
import { demoUses } from "./demo-uses";
import { z97 } from "./z97";

/** How Linux resets the devices of {@link z97}, which its own kernel was too old to tell. */
const resetMethods: Readonly<Record<string, string>> = {
  "0000:00:02.0": "flr",
  "0000:00:14.0": "pm",
  "0000:00:1a.0": "af_flr pm",
  "0000:00:1b.0": "af_flr pm",
  "0000:00:1d.0": "af_flr pm",
  "0000:00:19.0": "pm",
  "0000:01:00.0": "bus",
  "0000:01:00.1": "bus",
};

/** What the cards tell of their links, their memory and their ROMs. */
const furtherAttributes: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "0000:01:00.0": {
    ...link("8.0", 16, "8.0", 16),
    ...memory(["f6000000", "f6ffffff", "40200"], ["e0000000", "efffffff", "14220c"]),
    rom: "",
    power_state: "D3hot",
  },
  "0000:01:00.1": { ...link("8.0", 16, "8.0", 16), power_state: "D3hot" },
  "0000:02:00.0": {
    ...link("5.0", 4, "8.0", 4),
    ...memory(["f7a00000", "f7a03fff", "140204"]),
    power_state: "D0",
  },
  "0000:04:00.0": {
    ...link("8.0", 8, "8.0", 16),
    ...memory(["d0000000", "dfffffff", "14220c"], ["0", "0", "0"], ["f0000000", "f01fffff", "14220c"]),
    rom: "",
    power_state: "D0",
  },
  "0000:05:00.0": { ...link("5.0", 4, "5.0", 4), sriov_totalvfs: "7", sriov_numvfs: "0", power_state: "D0" },
};

function link(speed: string, width: number, maximumSpeed: string, maximumWidth: number) {
  return {
    current_link_speed: `${speed} GT/s PCIe`,
    current_link_width: `${width}`,
    max_link_speed: `${maximumSpeed} GT/s PCIe`,
    max_link_width: `${maximumWidth}`,
  };
}

/** Registers by first byte, last byte and flags, as hexadecimal digits. */
function memory(...registers: readonly (readonly [string, string, string])[]) {
  const lines = registers.map((numbers) =>
    numbers.map((digits) => `0x${digits.padStart(16, "0")}`).join(" "),
  );
  return { resource: lines.join("\n") };
}

/** What the board's own devices carry as their subsystem. */
const boardSubsystem = "1043:8534";

/** Cards in the chipset's slots, which share a group because the chipset does not keep its ports apart. */
const chipsetCards: readonly DeviceDescription[] = [
  { address: "0000:00:1c.0", class: "0604", id: "8086:8c90", driver: "pcieport", group: 11 },
  { address: "0000:00:1c.4", class: "0604", id: "8086:8c98", driver: "pcieport", group: 11 },
  {
    address: "0000:02:00.0",
    class: "010802",
    id: "144d:a808",
    subsystem: "144d:a801",
    driver: "nvme",
    group: 11,
    resetMethods: "flr bus",
    behind: "0000:00:1c.0",
    users: ["block/nvme0n1"],
  },
  {
    address: "0000:03:00.0",
    class: "0c0330",
    id: "1b21:1142",
    subsystem: "1043:85bf",
    driver: "xhci_hcd",
    group: 11,
    resetMethods: "pm bus",
    behind: "0000:00:1c.4",
  },
];

/** A second graphics card and a server's network card, in slots that do keep them apart. */
const furtherCards: readonly DeviceDescription[] = [
  { address: "0000:00:01.1", class: "0604", id: "8086:0c05", driver: "pcieport", group: 12 },
  {
    address: "0000:04:00.0",
    class: "0300",
    id: "1002:699f",
    subsystem: "1da2:e367",
    driver: "amdgpu",
    group: 13,
    bootVga: false,
    resetMethods: "bus",
    behind: "0000:00:01.1",
    users: ["drm/card1"],
  },
  {
    address: "0000:04:00.1",
    class: "0403",
    id: "1002:aae0",
    subsystem: "1da2:aae0",
    driver: "snd_hda_intel",
    group: 13,
    resetMethods: "bus",
    behind: "0000:00:01.1",
  },
  { address: "0000:00:1c.6", class: "0604", id: "8086:8c9c", driver: "pcieport", group: 14 },
  {
    address: "0000:05:00.0",
    class: "0200",
    id: "8086:1521",
    subsystem: "8086:0001",
    driver: "igb",
    group: 15,
    resetMethods: "flr bus",
    behind: "0000:00:1c.6",
    users: ["net/enp5s0f0"],
  },
  {
    address: "0000:05:00.1",
    class: "0200",
    id: "8086:1521",
    subsystem: "8086:0001",
    driver: "vfio-pci",
    group: 16,
    resetMethods: "flr bus",
    behind: "0000:00:1c.6",
  },
];

/** The host that the demo shows: {@link z97} after some years, with more cards and a newer kernel. */
export const demo: HostDescription = {
  ...z97,
  present: z97.present.filter((path) => path !== "etc/default/grub"),
  memoryKibibytes: 32_791_040,
  kernel: "6.12.48-1-MANJARO",
  commandLine: z97.commandLine.replace("5.9", "6.12"),
  devices: [...z97.devices.map(refreshed), ...chipsetCards, ...furtherCards].map(described),
  links: { ...demoUses.links, ...demoReadiness.links },
  files: { ...demoUses.files, ...demoReadiness.files },
};

function described(device: DeviceDescription): DeviceDescription {
  const attributes = furtherAttributes[device.address];
  return attributes === undefined ? device : { ...device, attributes };
}

function refreshed(device: DeviceDescription): DeviceDescription {
  const methods = resetMethods[device.address];
  return {
    subsystem: boardSubsystem,
    ...device,
    ...(methods === undefined ? {} : { resetMethods: methods }),
  };
}
