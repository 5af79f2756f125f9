import type { Document, Element } from "@xmldom/xmldom";
import { guestBusOf } from "../../domain/edit/guest-bus";
import { guestAddressOf, pciControllers, usedSlots } from "../../domain/edit/guest-slots";
import { readPciAddress } from "../../units/pci-address-element";
import { attributeOf, childOf } from "../../xml/xml";

/** Ports that nothing is plugged into and that take nothing while the machine runs. */
export function closedFreePorts(document: Document): Element[] {
  const buses = new Set(usedSlots(document).map(({ bus }) => bus));
  return pciControllers(document)
    .filter(({ index, element }) => !buses.has(index) && isClosed(element))
    .map(({ element }) => element);
}

/**
 * Why a device can't be plugged or unplugged where it is in the guest; null where it can. Of PCI Express only ports
 * take devices while the machine runs, and not the root complex itself (QEMU's docs/pcie.txt, section 4; libvirt's
 * `<target hotplug='off'/>` of a controller).
 */
export function portHindrance(document: Document, device: Element): string | null {
  const place = readPciAddress(guestAddressOf(device));
  if (place === null) return null;
  if (place.bus === 0 && guestBusOf(document) === "express") {
    return "in the guest it is on the root complex, where devices can't be hot-plugged";
  }
  const port = pciControllers(document).find(({ index }) => index === place.bus);
  return port !== undefined && isClosed(port.element)
    ? "hot-plug is disabled on its port in the guest"
    : null;
}

function isClosed(port: Element): boolean {
  return attributeOf(childOf(port, "target"), "hotplug") === "off";
}
