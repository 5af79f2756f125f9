import type { Document, Element } from "@xmldom/xmldom";
import { readPciAddress } from "../../units/pci-address-element";
import { readNumber } from "../../units/read-number";
import { attributeOf, childOf, childrenOf } from "../../xml/xml";
import { deviceElements } from "./device-elements";
import type { GuestSlot } from "./guest-slot";
import { qemuSlots } from "./qemu-slots";

/** The slots of the guest that devices and controllers have, as far as the definition says, QEMU's arguments in it included. */
export function usedSlots(document: Document): GuestSlot[] {
  const ofDevices = deviceElements(document).flatMap((device) => {
    const address = guestAddressOf(device);
    const place = readPciAddress(address);
    return place === null ? [] : [place];
  });
  return [...ofDevices, ...qemuSlots(document)];
}

/** The `<address type='pci'>` of a device in the guest; null where it has none or another kind. */
export function guestAddressOf(device: Element): Element | null {
  return childrenOf(device, "address").find((address) => attributeOf(address, "type") === "pci") ?? null;
}

export function isUsed(used: readonly GuestSlot[], { domain, bus, slot }: GuestSlot): boolean {
  return used.some((other) => other.domain === domain && other.bus === bus && other.slot === slot);
}

/** The PCI controllers (buses, bridges, ports) with their numbers; one that has none yet counts as -1. */
export function pciControllers(document: Document): { element: Element; index: number; model: string }[] {
  return deviceElements(document)
    .filter((device) => device.nodeName === "controller" && attributeOf(device, "type") === "pci")
    .map((element) => ({
      element,
      index: readNumber(attributeOf(element, "index") ?? "") ?? -1,
      model: attributeOf(element, "model") ?? "",
    }));
}

export function machineOf(document: Document): { type: string; architecture: string; machine: string } {
  const domain = document.documentElement;
  const type = childOf(domain, "os", "type");
  return {
    type: attributeOf(domain, "type") ?? "",
    architecture: attributeOf(type, "arch") ?? "",
    machine: attributeOf(type, "machine") ?? "",
  };
}
