import { isGpu } from "../../pci/device-kind.schema";
import { attachCard } from "../../vm/edit/attach-card";
import type { AttachOptions } from "../../vm/edit/attach-options.schema";
import { pciControllers } from "../../vm/edit/guest-slots";
import { hostDevices } from "../../vm/edit/host-devices";
import { parseXml, serializeXml } from "../../vm/xml";
import type { AttachedFunction } from "./attach-input.schema";

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
  const portsBefore = pciControllers(document).length;
  attachCard(document, functions, options);
  if (pciControllers(document).length > portsBefore) {
    return { why: "it has no free PCI Express port, and a new one comes only with a new start" };
  }
  return { xml: deviceXml(document, functions) };
}

/** How a card can be taken from a running machine. */
export function hotUnplug(live: string, functions: readonly Pluggable[]): HotPlug {
  const why = hindrance(functions);
  return why === null ? { xml: deviceXml(parseXml(live), functions) } : { why };
}

/** QEMU plugs the functions of a slot at once, and libvirt one device at a time. */
function hindrance(functions: readonly Pluggable[]): string | null {
  if (functions.some(isGpu)) return "a guest's firmware and driver set a graphics card up at the start only";
  if (functions.length > 1) return "libvirt can't plug a card of several functions while a VM runs";
  return null;
}

function optionHindrance({ primaryDisplay, bootOrder, quirks }: AttachOptions): string | null {
  const counts = primaryDisplay === true || bootOrder != null || (quirks ?? []).length > 0;
  return counts ? "some of what was chosen counts at the start only" : null;
}

function deviceXml(document: ReturnType<typeof parseXml>, functions: readonly Pluggable[]): string {
  const device = hostDevices(document).find(({ address }) => address === functions[0]?.address);
  const alone = parseXml("<hostdev/>");
  if (device !== undefined && alone.documentElement !== null) {
    alone.replaceChild(alone.importNode(device.element, true), alone.documentElement);
  }
  return serializeXml(alone);
}
