import type { Element } from "@xmldom/xmldom";
import { attributeOf } from "../xml/xml";
import { type PciAddress, pciAddressOf } from "./pci-address.schema";

/**
 * Reads an `<address>` (https://libvirt.org/formatdomain.html#device-addresses); what it leaves out is 0, as in libvirt.
 * null where there is none, or a part of it is no number.
 */
export function readPciAddress(address: Element | null): PciAddress | null {
  if (address === null) return null;
  const part = (name: keyof PciAddress) => attributeOf(address, name);
  return pciAddressOf({
    domain: part("domain"),
    bus: part("bus"),
    slot: part("slot"),
    function: part("function"),
  });
}

/** The attributes of an `<address>`, in the form in which libvirt writes them. */
export function pciAddressAttributes({ domain, bus, slot, function: fn }: PciAddress) {
  const hex = (value: number, digits: number) => `0x${value.toString(16).padStart(digits, "0")}`;
  return { domain: hex(domain, 4), bus: hex(bus, 2), slot: hex(slot, 2), function: hex(fn, 1) };
}
