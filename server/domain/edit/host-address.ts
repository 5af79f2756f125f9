import type { Element } from "@xmldom/xmldom";
import { attributeOf } from "../../xml/xml";

/** A PCI address in numbers, of the host or of a guest. */
export interface PciPlace {
  domain: number;
  bus: number;
  slot: number;
  function: number;
}

const written = /^(?:([0-9a-f]{4,8}):)?([0-9a-f]{2}):([01][0-9a-f])\.([0-7])$/i;

/** Reads "0000:01:00.0", or "01:00.0" as lspci writes it; null of anything else. */
export function parsePlace(text: string): PciPlace | null {
  const [, domain = "0", bus, slot, fn] = written.exec(text) ?? [];
  if (bus === undefined || slot === undefined || fn === undefined) return null;
  const hex = (digits: string) => Number.parseInt(digits, 16);
  return { domain: hex(domain), bus: hex(bus), slot: hex(slot), function: hex(fn) };
}

/** "0000:01:00.0" */
export function placeText({ domain, bus, slot, function: fn }: PciPlace): string {
  return `${hex(domain, 4)}:${hex(bus, 2)}:${hex(slot, 2)}.${fn}`;
}

/** Reads an `<address>` element; what it leaves out is 0, as in libvirt. null where a part is no number. */
export function readPlace(address: Element | null): PciPlace | null {
  if (address === null) return null;
  const part = (name: string) => readNumber(attributeOf(address, name) ?? "0");
  const [domain, bus, slot, fn] = [part("domain"), part("bus"), part("slot"), part("function")];
  if (domain === null || bus === null || slot === null || fn === null) return null;
  return { domain, bus, slot, function: fn };
}

/** The attributes of an `<address>`, in the form in which libvirt writes them. */
export function placeAttributes(place: PciPlace): Record<string, string> {
  return {
    domain: `0x${hex(place.domain, 4)}`,
    bus: `0x${hex(place.bus, 2)}`,
    slot: `0x${hex(place.slot, 2)}`,
    function: `0x${place.function.toString(16)}`,
  };
}

/** A number as C's strtol reads it with base 0: 0x1f, 037, 31. null where it is none. */
export function readNumber(text: string): number | null {
  const trimmed = text.trim();
  if (/^0x[0-9a-f]+$/i.test(trimmed)) return Number.parseInt(trimmed.slice(2), 16);
  if (/^0[0-7]*$/.test(trimmed)) return Number.parseInt(trimmed, 8);
  return /^[1-9][0-9]*$/.test(trimmed) ? Number(trimmed) : null;
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, "0");
}
