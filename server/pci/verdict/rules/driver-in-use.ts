import type { PciDevice } from "../../schema";
import type { Reason } from "../../verdict.schema";
import { isOnVfio } from "../device-traits";
import { type Rule, reason } from "../rule";
import { named, namedWithDriver } from "../words";
import { details, usesOf } from "./indispensable";

/** Programs, consoles, keyboards: taking the driver away pulls the device from under them, or hangs until they end. */
export const driverInUse: Rule = ({ functions }) =>
  functions.flatMap((device) => {
    const uses = usesOf(device, "process", "console", "input");
    if (uses.length > 0) return [inUse(device, details(uses))];
    const screens = usesOf(device, "screen");
    return screens.length === 0 || isOnVfio(device) ? [] : [withScreen(device, details(screens))];
  });

function inUse(device: PciDevice, what: string): Reason {
  const message = `${namedWithDriver(device)} is in use: ${what}.`;
  const fix = "End what uses it first; else it is cut off, or the host's driver hangs until it ends.";
  return reason("risk", "driver-in-use", [device], message, fix);
}

function withScreen(device: PciDevice, what: string): Reason {
  const message = `A screen is connected to ${named(device)}: ${what}. It goes to the guest with the card.`;
  return reason("note", "driver-in-use", [device], message, null);
}
