import * as z from "zod";
import { readNumber } from "./read-number";

/** A vendor's or a product's number as sysfs and lsusb write it: "046d". */
export const usbIdSchema = z
  .string()
  .regex(/^[0-9a-f]{4}$/, "A USB ID is written as four hexadecimal digits.");

/** The same as libvirt writes it. */
export const usbIdAttributePattern = /^0x[0-9a-f]{4}$/;

/** Reads an ID as XML has it, where any number is allowed ("0x046d", "1133"): "046d". null of what is none. */
export function readUsbId(text: string): string | null {
  const number = readNumber(text);
  return number === null || number > 0xffff ? null : number.toString(16).padStart(4, "0");
}

/** "0x046d" of "046d". */
export function usbIdAttribute(id: string): string {
  return `0x${id}`;
}
