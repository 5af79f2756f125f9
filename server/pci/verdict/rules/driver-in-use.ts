import { isSince } from "../../../host/kernel-release";
import type { DeviceUse } from "../../facts.schema";
import type { PciDevice } from "../../schema";
import type { Reason } from "../../verdict.schema";
import { isOnVfio } from "../../vfio-driver";
import { type Rule, reason } from "../rule";
import { named, namedWithDriver } from "../words";
import { details, usesOf } from "./indispensable";

const inUseKinds = ["process", "mediated-device", "console", "input"] as const;

const fixByKind: Readonly<Record<(typeof inUseKinds)[number], (kernel: string) => string>> = {
  process: () =>
    "Stop the processes that use it (log out of a desktop session that runs on it); otherwise its driver may hang when it is unbound.",
  "mediated-device": () =>
    "Remove the mediated devices, or MIG instances, first: they disappear when the driver is unbound.",
  console: (kernel) =>
    `The text console goes dark with it. If the firmware's framebuffer holds it, boot the host with ${withoutFirmwareScreen(kernel)} on the kernel command line, or unbind the console.`,
  input: () =>
    "Plug the keyboard and mouse into ports of another controller; otherwise they go to the guest.",
};

/** Programs, consoles, keyboards: unbinding the driver takes the device away from them, or hangs until they end. */
export const driverInUse: Rule = ({ functions }, { report }) =>
  functions.flatMap((device) => {
    const uses = usesOf(device, ...inUseKinds);
    if (uses.length > 0) return [inUse(device, uses, report.host.kernel)];
    const screens = usesOf(device, "screen");
    return screens.length === 0 || isOnVfio(device) ? [] : [withScreen(device, details(screens))];
  });

/** From this release on the firmware's screen is set up by `sysfb_init`, whichever driver then has it. */
const sysfbSince = [5, 15] as const;

/**
 * How a kernel is told to leave the firmware's screen alone. simpledrm, which newer ones take, does not know `video=`
 * (drivers/firmware/sysfb.c; Proxmox VE's wiki, "PCI Passthrough", on “can't reserve BAR”).
 */
function withoutFirmwareScreen(kernel: string): string {
  const isNew = isSince(kernel, sysfbSince) || !/^\d/.test(kernel);
  return isNew ? "initcall_blacklist=sysfb_init" : "video=efifb:off,vesafb:off";
}

function inUse(device: PciDevice, uses: readonly DeviceUse[], kernel: string): Reason {
  const message = `${namedWithDriver(device)} is in use: ${details(uses)}.`;
  const fixes = inUseKinds
    .filter((kind) => uses.some((use) => use.kind === kind))
    .map((kind) => fixByKind[kind](kernel));
  return reason("risk", "driver-in-use", [device], message, fixes.join(" "));
}

function withScreen(device: PciDevice, what: string): Reason {
  const message = `A screen is connected to ${named(device)}: ${what}. It will show the guest.`;
  return reason("note", "driver-in-use", [device], message, null);
}
