import type { CarriedUsb } from "@/server/pci/carried.schema";
import type { JudgedReport } from "@/server/pci/schema";
import { usbIdsText } from "@/server/units/usb-ids-text.schema";

/** The USB devices that are plugged into a host, by their ports; hubs are none. */
export function usbDevicesOf(report: JudgedReport | null): CarriedUsb[] {
  const found = (report?.carried ?? []).flatMap((device) => (device.bus === "usb" ? device : []));
  return found.toSorted((one, other) => one.port.localeCompare(other.port, "en", { numeric: true }));
}

/** "046d:c52b, port 1-4.2" */
export function usbWhere({ ids, port }: CarriedUsb): string {
  return `${usbIdsText(ids)}, port ${port}`;
}

/** What the host does with it, in a line; null where nothing is known. */
export function usbUseWords({ uses }: CarriedUsb): string | null {
  const details = [...new Set(uses.map(({ detail }) => detail))];
  return details.length === 0 ? null : `Used by the host: ${details.join(", ")}`;
}

/** How many of a kind are plugged in. */
export function twinsOf({ ids }: CarriedUsb, devices: readonly CarriedUsb[]): number {
  return devices.filter((other) => usbIdsText(other.ids) === usbIdsText(ids)).length;
}
