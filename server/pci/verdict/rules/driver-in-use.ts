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
    "End the processes that have it open (log out of a desktop that runs on it), or its driver may hang.",
  console:
    "The text console goes dark with it. Where the firmware's frame buffer keeps it, start the host with video=efifb:off,vesafb:off on the kernel's command line, or unbind the console.",
  input: "Plug what you type on into a port of another controller, or it goes to the guest.",
};

/** Programs, consoles, keyboards: taking the driver away pulls the device from under them, or hangs until they end. */
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
  const message = `A screen is connected to ${named(device)}: ${what}. It goes to the guest with the card.`;
  return reason("note", "driver-in-use", [device], message, null);
}
