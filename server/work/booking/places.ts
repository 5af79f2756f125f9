import { statesOf } from "../../pci/named/choose-cards";
import type { NamedDevice } from "../../pci/named/named-device.schema";
import type { JudgedReport } from "../../pci/schema";

/** How many cards of a name VMs can be given, by what the host is like now: so many bookings can be at one moment. */
export function placesOf(device: NamedDevice, { devices }: Pick<JudgedReport, "devices">): number {
  const states = statesOf(device, devices).filter(({ state }) => state === "fits" || state === "moved");
  return new Set(states.map(({ now }) => now)).size;
}
