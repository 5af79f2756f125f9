import * as z from "zod";
import { readNumber } from "./read-number";

/** A PCI address in numbers, of the host or of a guest. */
export interface PciAddress {
  domain: number;
  bus: number;
  slot: number;
  function: number;
}

/** As sysfs writes it: domain (four digits, or five to eight behind Intel's VMD), bus, device, function. */
const canonical = /^[0-9a-f]{4,8}:[0-9a-f]{2}:[01][0-9a-f]\.[0-7]$/;
const written = /^(?:([0-9a-f]{4,8}):)?([0-9a-f]{2}):([01][0-9a-f])\.([0-7])$/i;

/** The address of a function of the host, "0000:01:00.0". */
export const pciAddressSchema = z
  .string()
  .regex(canonical, { error: "A PCI address is written as 0000:01:00.0.", abort: true })
  .max(16);

/** The first function of a slot in a guest, "0000:02:00.0". */
export const guestSlotSchema = z
  .string()
  .regex(/^[0-9a-f]{4}:[0-9a-f]{2}:[01][0-9a-f]\.0$/, {
    error: "A slot of the guest is written as 0000:00:02.0.",
    abort: true,
  })
  .max(12);

export function isPciAddress(text: string): boolean {
  return canonical.test(text);
}

/** Reads "0000:01:00.0", or "01:00.0" as lspci writes it; null of anything else. */
export function parsePciAddress(text: string): PciAddress | null {
  const [, domain = "0", bus, slot, fn] = written.exec(text) ?? [];
  if (bus === undefined || slot === undefined || fn === undefined) return null;
  const number = (digits: string) => Number.parseInt(digits, 16);
  return { domain: number(domain), bus: number(bus), slot: number(slot), function: number(fn) };
}

/** An address by its four parts as XML has them; what is left out is 0, as in libvirt. null where one is no number. */
export function pciAddressOf(
  parts: Readonly<Partial<Record<keyof PciAddress, string | null>>>,
): PciAddress | null {
  const part = (name: keyof PciAddress) => readNumber(parts[name] ?? "0");
  const [domain, bus, slot, fn] = [part("domain"), part("bus"), part("slot"), part("function")];
  if (domain === null || bus === null || slot === null || fn === null) return null;
  return { domain, bus, slot, function: fn };
}

/** "0000:01:00.0" */
export function pciAddressText({ domain, bus, slot, function: fn }: PciAddress): string {
  return `${hex(domain, 4)}:${hex(bus, 2)}:${hex(slot, 2)}.${fn}`;
}

/** The slot that a function sits in: "0000:01:00" of "0000:01:00.1". Functions of one slot make up a card. */
export function slotOf(address: string): string {
  return address.slice(0, address.lastIndexOf("."));
}

/** The number of a function in its slot: "1" of "0000:01:00.1". */
export function functionOf(address: string): string {
  return address.slice(address.lastIndexOf(".") + 1);
}

/** Orders addresses by number, not by letter: domain 10000 comes after domain 2. */
export function compareAddresses(left: string, right: string): number {
  return left.length - right.length || (left < right ? -1 : left > right ? 1 : 0);
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, "0");
}
