import type { Document, Element } from "@xmldom/xmldom";
import { pciAddressText } from "../../units/pci-address.schema";
import { readPciAddress } from "../../units/pci-address-element";
import { attributeOf, childOf, childrenOf } from "../../xml/xml";
import { domainOf } from "./domain-root";

/** A `<hostdev>` that hands a PCI device of the host to the guest, with the device's address. */
export interface HostDevice {
  element: Element;
  address: string;
}

/** The devices of `<devices>`, all kinds. */
export function deviceElements(document: Document): Element[] {
  return childrenOf(domainOf(document), "devices").flatMap((devices) => childrenOf(devices));
}

/** PCI devices of the host that the definition attaches as `<hostdev>`, in its order. */
export function hostDevices(document: Document): HostDevice[] {
  return deviceElements(document)
    .filter((element) => element.nodeName === "hostdev" && attributeOf(element, "type") === "pci")
    .flatMap((element) => {
      const place = readPciAddress(childOf(element, "source", "address"));
      return place === null ? [] : [{ element, address: pciAddressText(place) }];
    });
}

/** Addresses of the host's PCI devices that the definition attaches as a network interface (`<interface type='hostdev'>`). */
export function hostInterfaces(document: Document): string[] {
  return deviceElements(document)
    .filter((element) => element.nodeName === "interface" && attributeOf(element, "type") === "hostdev")
    .flatMap((element) => {
      const place = readPciAddress(childOf(element, "source", "address"));
      return place === null ? [] : [pciAddressText(place)];
    });
}
