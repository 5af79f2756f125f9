import type { Card, EmulatedFunction, Identity, LabDisk } from "./emulated-machine";

function graphics(identity: Identity, model: "bochs-display" | "VGA" = "bochs-display"): EmulatedFunction {
  const graphicsFunction = { name: "graphics", model, identity, hostDriver: "bochs-drm" };
  return model === "VGA" ? graphicsFunction : { ...graphicsFunction, rom: "uefi" };
}

function sound(id: string, subsystem: string): EmulatedFunction {
  const identity: Identity = { id, subsystem, deviceClass: "0403" };
  return { name: "sound", model: "intel-hda", identity, hostDriver: "snd_hda_intel" };
}

function nvidia(id: string, subsystem: string): Identity {
  return { id, subsystem, deviceClass: "0300" };
}

/** (a), (j), (k) */
export const geforce3090: Card = {
  name: "GeForce RTX 3090",
  functions: [graphics(nvidia("10de:2204", "1458:4043")), sound("10de:1aef", "1458:4043")],
};

/** (b) */
export const radeon6800: Card = {
  name: "Radeon RX 6800/6900",
  functions: [
    graphics({ id: "1002:73bf", subsystem: "1da2:e438", deviceClass: "0300" }),
    sound("1002:ab28", "1002:ab28"),
  ],
};

const twinSound = sound("10de:10f0", "1458:3702");

/** (c), the one that the firmware shows its messages on: only this model decodes the old VGA addresses. */
export const geforce1080WithDisplay: Card = {
  name: "GeForce GTX 1080, boot display",
  functions: [graphics(nvidia("10de:1b80", "1458:3702"), "VGA"), twinSound],
};

/** (c), its twin. */
export const geforce1080: Card = {
  name: "GeForce GTX 1080",
  functions: [graphics(nvidia("10de:1b80", "1458:3702")), twinSound],
};

/** (d) */
export const geforce970: Card = {
  name: "GeForce GTX 970",
  functions: [graphics(nvidia("10de:13c2", "1462:3160")), sound("10de:0fbb", "1462:3160")],
};

/** (e): four functions, the last without a driver on the host. */
export const geforce2070: Card = {
  name: "GeForce RTX 2070 SUPER",
  functions: [
    graphics(nvidia("10de:1e84", "1462:c729")),
    sound("10de:10f8", "1462:c729"),
    {
      name: "USB",
      model: "qemu-xhci",
      identity: { id: "10de:1ad8", subsystem: "1462:c729", deviceClass: "0c03" },
      hostDriver: "xhci_hcd",
    },
    {
      name: "USB Type-C",
      model: "pci-testdev",
      identity: { id: "10de:1ad9", subsystem: "1462:c729", deviceClass: "0c80" },
      hostDriver: null,
    },
  ],
};

/** (h): class 0380 is what an Intel iGPU shows where another card is the boot display. */
export const intelGraphics: Card = {
  name: "UHD Graphics 630",
  functions: [graphics({ id: "8086:3e92", subsystem: "1043:8694", deviceClass: "0380" })],
};

/** What a server's management controller shows its messages on; the boot display beside (j) and (k). */
export const serverGraphics: Card = {
  name: "ASPEED",
  functions: [graphics({ id: "1a03:2000", subsystem: "1a03:2000", deviceClass: "0300" }, "VGA")],
};

/** (i) */
export const geforce750: Card = {
  name: "GeForce GTX 750",
  functions: [graphics(nvidia("10de:1381", "3842:2753")), sound("10de:0fbc", "3842:2753")],
};

export function nvme(disk: LabDisk): Card {
  const properties = { serial: `LAB-${disk.toUpperCase()}` };
  const name = `NVMe disk "${disk}"`;
  return {
    name,
    functions: [{ name: "disk", model: "nvme", identity: null, hostDriver: "nvme", properties, disk }],
  };
}

export function networkCard(link: "management" | "free"): Card {
  const name = `${link} network card`;
  return {
    name,
    functions: [{ name: "network", model: "e1000e", identity: null, hostDriver: "e1000e", link }],
  };
}

/** (d): conventional PCI, as the bus behind the bridge is. */
export const oldNetworkCard: Card = {
  name: "82540EM network card",
  functions: [{ name: "network", model: "e1000", identity: null, hostDriver: "e1000" }],
};
