import type { Element } from "@xmldom/xmldom";
import { attributeOf } from "../xml/xml";
import type { PciAddress } from "./pci-address.schema";
import { readNumber } from "./read-number";

/**
 * Reads an `<address>` (https://libvirt.org/formatdomain.html#device-addresses); what it leaves out is 0, as in libvirt.
 * null where there is none, or a part of it is no number.
 */
export function readPciAddress(address: Element | null): PciAddress | null {
  if (address === null) return null;
  const part = (name: string) => readNumber(attributeOf(address, name) ?? "0");
  const [domain, bus, slot, fn] = [part("domain"), part("bus"), part("slot"), part("function")];
  if (domain === null || bus === null || slot === null || fn === null) return null;
  return { domain, bus, slot, function: fn };
}

/** The attributes of an `<address>`, in the form in which libvirt writes them. */
export function pciAddressAttributes({ domain, bus, slot, function: fn }: PciAddress) {
  const hex = (value: number, digits: number) => `0x${value.toString(16).padStart(digits, "0")}`;
  return { domain: hex(domain, 4), bus: hex(bus, 2), slot: hex(slot, 2), function: hex(fn, 1) };
}
