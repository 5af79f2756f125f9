import type { PciDevice } from "../schema";

/** Chips that are worse for a reset that the kernel takes for a good one. */
export interface KnownReset {
  /** "1002" */
  vendor: string;
  /** Device IDs, as a pattern over all four digits. */
  devices: RegExp;
  /** The method that does harm, as `reset_method` names it. */
  method: "flr" | "bus" | "pm";
  what: string;
  /** What resets it all the same: gnif's module, or a kernel that knows of it and takes another method. */
  remedy: "vendor-reset" | "kernel";
}

const staysDown =
  "is known not to come back after a guest has used it: the bus reset does not restart its firmware";
const flrHangs = "is known to hang on a function-level reset, sometimes with the host";
const lostAfterBusReset =
  "is known to be lost after a reset of its bus, which may stop the host when it is read";

/**
 * AMD's are those of vendor-reset (github.com/gnif/vendor-reset, src/device-db.h; its issue 72 has what the kernel logs).
 * The others are quirks of drivers/pci/quirks.c: `quirk_no_flr`, `quirk_no_bus_reset`, `quirk_nvidia_no_bus_reset`.
 * A kernel that has the quirk does not count the method among those of the device.
 */
const knownResets: readonly KnownReset[] = [
  amd(/^(67[cd].|6fdf)$/, "Polaris 10"),
  amd(/^67[ef].$/, "Polaris 11"),
  amd(/^69[89].$/, "Polaris 12"),
  amd(/^68[67].$/, "Vega 10"),
  amd(/^66a.$/, "Vega 20"),
  amd(/^738c$/, "Arcturus"),
  amd(/^731.$/, "Navi 10"),
  amd(/^736.$/, "Navi 12"),
  amd(/^734.$/, "Navi 14"),
  amd(/^(15dd|15d8)$/, "Raven and Picasso"),
  amd(/^(1636|1638|164c|15e7)$/, "Renoir, Cezanne, Lucienne and Barcelo"),
  amd(/^15bf$/, "Phoenix"),
  quirk("1022", /^1487$/, "flr", flrHangs), // Starship and Matisse: HD audio
  quirk("1022", /^149c$/, "flr", flrHangs), // Matisse: USB 3.0
  quirk("1022", /^148c$/, "flr", flrHangs), // Starship: USB 3.0
  quirk("1022", /^7901$/, "flr", flrHangs), // FCH: SATA in AHCI mode
  quirk("1022", /^(1502|17f0)$/, "flr", flrHangs), // neural processing unit
  quirk("8086", /^150[23]$/, "flr", flrHangs), // 82579LM and 82579V
  quirk("14c3", /^0616$/, "flr", flrHangs), // MT7922
  quirk("14c3", /^7925$/, "flr", flrHangs), // MT7925
  quirk("10de", /^23[4-7].$/, "bus", lostAfterBusReset), // GH100 on SXM boards, 2340 to 237f
  quirk("168c", /^003[0234ce]$/, "bus", lostAfterBusReset), // Atheros AR9xxx and QCA988x
  quirk("17cb", /^(1103|1107|0308)$/, "bus", lostAfterBusReset), // Qualcomm WCN6855, WCN7850, SDX62
  quirk("104c", /^b005$/, "bus", lostAfterBusReset), // TI KeyStone C667x
  quirk("1b21", /^1164$/, "bus", lostAfterBusReset), // ASMedia ASM1164: SATA
];

/** What is known of a device's chip; null of most. */
export function knownResetOf({ vendorId, deviceId }: PciDevice): KnownReset | null {
  return knownResets.find(({ vendor, devices }) => vendor === vendorId && devices.test(deviceId)) ?? null;
}

function amd(devices: RegExp, family: string): KnownReset {
  const what = `(AMD ${family}) ${staysDown}`;
  return { vendor: "1002", devices, method: "bus", what, remedy: "vendor-reset" };
}

function quirk(vendor: string, devices: RegExp, method: KnownReset["method"], what: string): KnownReset {
  return { vendor, devices, method, what, remedy: "kernel" };
}
