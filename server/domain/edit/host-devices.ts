import type { Document, Element } from "@xmldom/xmldom";
import { pciAddressText } from "../../units/pci-address.schema";
import { readPciAddress } from "../../units/pci-address-element";
import { attributeOf, childOf, childrenOf } from "../../xml/xml";
import { domainOf } from "./domain-root";

/**
 * The elements that hand a PCI device of the host to the guest, each with its type that does: a device as it is, a
 * network card of which libvirt sets MAC address and VLAN first, and an NVMe controller that QEMU itself drives
 * (https://libvirt.org/formatdomain.html#usb-pci-scsi-devices, #pci-passthrough, #hard-drives-floppy-disks-cdroms).
 */
const forms = { hostdev: "pci", interface: "hostdev", disk: "nvme" } as const;

/** A device that hands a PCI device of the host to the guest, with where that is. */
export interface HostDevice {
  element: Element;
  form: keyof typeof forms;
  /** "0000:01:00.0" */
  address: string;
  /** libvirt takes it from its driver at the start, and gives it back after the stop. */
  managed: boolean;
}

/** The devices of `<devices>`, all kinds. */
export function deviceElements(document: Document): Element[] {
  return childrenOf(domainOf(document), "devices").flatMap((devices) => childrenOf(devices));
}

/** PCI devices of the host that the definition hands to the guest, in whichever form, in its order. */
export function hostDevices(document: Document): HostDevice[] {
  return deviceElements(document).flatMap(readHostDevice);
}

function readHostDevice(element: Element): HostDevice[] {
  const form = formOf(element);
  const source = childOf(element, "source");
  const place = readPciAddress(childOf(source, "address"));
  if (form === null || place === null) return [];
  const managed = attributeOf(form === "disk" ? source : element, "managed") === "yes";
  return [{ element, form, address: pciAddressText(place), managed }];
}

function formOf(element: Element): HostDevice["form"] | null {
  const form = (["hostdev", "interface", "disk"] as const).find((name) => name === element.nodeName);
  return form !== undefined && attributeOf(element, "type") === forms[form] ? form : null;
}
