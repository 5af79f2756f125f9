import type { Document } from "@xmldom/xmldom";
import { attachCard } from "../../domain/edit/attach-card";
import type { AttachOptions } from "../../domain/edit/attach-options.schema";
import { pciControllers } from "../../domain/edit/guest-slots";
import { hostPciDevices } from "../../domain/host-devices/read-host-devices";
import { isGpu } from "../../pci/device-kind.schema";
import { parseXml, serializeXml } from "../../xml/xml";
import type { AttachedFunction } from "./attach-input.schema";
import { closedFreePorts, portHindrance } from "./hot-plug-ports";

/** What tells whether a function can be plugged, and by what the machine knows it. */
type Pluggable = Pick<AttachedFunction, "address" | "class">;

/** The XML of the device to be plugged or unplugged, or why that has to wait until the VM is off. */
export type HotPlug = { xml: string } | { why: string };

/** How a card can be plugged into a running machine. @param live The machine's description. */
export function hotPlug(
  live: string,
  functions: readonly AttachedFunction[],
  options: AttachOptions,
): HotPlug {
  const why = hindrance(functions) ?? optionHindrance(options);
  if (why !== null) return { why };
  const document = parseXml(live);
  // Without these the card looks for another port, save where somebody wants it at just that one.
  const closed = options.guestAddress == null ? closedFreePorts(document) : [];
  for (const port of closed) port.parentNode?.removeChild(port);
  const portsBefore = pciControllers(document).length;
  attachCard(document, functions, options);
  if (pciControllers(document).length > portsBefore) {
    const why =
      closed.length === 0
        ? "it has no free PCI Express port, and a port can only be added at the next start"
        : "hot-plug is disabled on its free PCI Express ports, and a port can only be added at the next start";
    return { why };
  }
  return deviceXml(document, functions);
}

/** How a card can be taken from a running machine. */
export function hotUnplug(live: string, functions: readonly Pluggable[]): HotPlug {
  const why = hindrance(functions);
  return why === null ? deviceXml(parseXml(live), functions) : { why };
}

/** QEMU plugs the functions of a slot at once, and libvirt one device at a time. */
function hindrance(functions: readonly Pluggable[]): string | null {
  if (functions.some(isGpu)) return "firmware and drivers initialize a GPU only at the start";
  if (functions.length > 1) return "libvirt can't hot-plug a card with several functions";
  return null;
}

function optionHindrance({ primaryDisplay, bootOrder, quirks }: AttachOptions): string | null {
  const chosen = [
    ...(primaryDisplay === true ? ["a primary display"] : []),
    ...(bootOrder == null ? [] : ["a place in the boot order"]),
    ...((quirks ?? []).length === 0 ? [] : ["workarounds for the card's quirks"]),
  ];
  return chosen.length === 0 ? null : `${chosen.join(" and ")} can only be set at the start`;
}

function deviceXml(document: Document, functions: readonly Pluggable[]): HotPlug {
  const device = hostPciDevices(document).find(({ address }) => address === functions[0]?.address);
  const alone = parseXml("<hostdev/>");
  if (device !== undefined && alone.documentElement !== null) {
    const why = portHindrance(document, device.element);
    if (why !== null) return { why };
    alone.replaceChild(alone.importNode(device.element, true), alone.documentElement);
  }
  return { xml: serializeXml(alone) };
}
