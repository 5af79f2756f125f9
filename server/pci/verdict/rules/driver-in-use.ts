import type { DeviceUse } from "../../facts.schema";
import type { PciDevice } from "../../schema";
import type { Reason } from "../../verdict.schema";
import { isOnVfio } from "../device-traits";
import { type Rule, reason } from "../rule";
import { named, namedWithDriver } from "../words";
import { details, usesOf } from "./indispensable";

const inUseKinds = ["process", "console", "input"] as const;

const fixByKind: Readonly<Record<(typeof inUseKinds)[number], string>> = {
  process:
    "Stop the processes that use it (log out of a desktop session that runs on it); otherwise its driver may hang when it is unbound.",
  console:
    "The text console goes dark with it. If the firmware's framebuffer holds it, boot the host with video=efifb:off,vesafb:off on the kernel command line, or unbind the console.",
  input: "Plug the keyboard and mouse into ports of another controller; otherwise they go to the guest.",
};

/** Programs, consoles, keyboards: unbinding the driver takes the device away from them, or hangs until they end. */
export const driverInUse: Rule = ({ functions }) =>
  functions.flatMap((device) => {
    const uses = usesOf(device, ...inUseKinds);
    if (uses.length > 0) return [inUse(device, uses)];
    const screens = usesOf(device, "screen");
    return screens.length === 0 || isOnVfio(device) ? [] : [withScreen(device, details(screens))];
  });

function inUse(device: PciDevice, uses: readonly DeviceUse[]): Reason {
  const message = `${namedWithDriver(device)} is in use: ${details(uses)}.`;
  const fixes = inUseKinds
    .filter((kind) => uses.some((use) => use.kind === kind))
    .map((kind) => fixByKind[kind]);
  return reason("risk", "driver-in-use", [device], message, fixes.join(" "));
}

function withScreen(device: PciDevice, what: string): Reason {
  const message = `A screen is connected to ${named(device)}: ${what}. It will show the guest.`;
  return reason("note", "driver-in-use", [device], message, null);
}
