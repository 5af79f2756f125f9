import { handedDevices } from "../../domain/host-devices/read-host-devices";
import { type UsbAdvice, usbAdvice } from "../../pci/usb-advice";
import { parseXml } from "../../xml/xml";
import type { ReadReport } from "../host-report/current-host-report";

/** What stands against the USB devices that a definition gets, by what is plugged in now. A host is read only for some. */
export async function addedUsbAdvice(
  readReport: ReadReport,
  hostId: string,
  { before, after }: { before: string; after: string },
): Promise<UsbAdvice[]> {
  const had = new Set(usbSources(before).map((source) => JSON.stringify(source)));
  const added = usbSources(after).filter((source) => !had.has(JSON.stringify(source)));
  if (added.length === 0) return [];
  const { carried } = await readReport(hostId);
  return added.flatMap((source) => usbAdvice(source, carried));
}

function usbSources(xml: string) {
  return handedDevices(parseXml(xml)).flatMap(({ source }) => (source.bus === "usb" ? source : []));
}
