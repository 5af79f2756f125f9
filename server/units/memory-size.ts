import type { Element } from "@xmldom/xmldom";
import { AppError } from "../errors";
import { attributeOf, textOf } from "../xml/xml";

/**
 * Bytes of each unit, by its name in lower case: libvirt does not mind the case of any (virScaleInteger in
 * src/util/virutil.c, https://libvirt.org/formatdomain.html#memory-allocation).
 */
const bytesOfUnit: Record<string, bigint> = { b: 1n, byte: 1n, bytes: 1n };
for (const [power, letter] of ["k", "m", "g", "t", "p", "e"].entries()) {
  const binary = 1024n ** BigInt(power + 1);
  bytesOfUnit[letter] = binary;
  bytesOfUnit[`${letter}ib`] = binary;
  bytesOfUnit[`${letter}b`] = 1000n ** BigInt(power + 1);
}

/** Whether libvirt knows a unit of sizes, whatever its case. */
export function isSizeUnit(unit: string): boolean {
  return Object.hasOwn(bytesOfUnit, unit.toLowerCase());
}

/** Reads "8GiB", "4096M", "512 MiB" in bytes; `unit` is that of a number without one. null of what is no size. */
function readSize(text: string, unit: string): bigint | null {
  const [, amount, own = ""] = /^\s*(\d{1,20})\s*([a-z]*)\s*$/i.exec(text) ?? [];
  const bytes = bytesOfUnit[(own || unit).toLowerCase()];
  return amount === undefined || bytes === undefined ? null : BigInt(amount) * bytes;
}

/** Reads a size that a person wrote, in bytes; an AppError "bad-input" where it is no size or has no unit. */
export function parseMemorySize(text: string): bigint {
  const size = /[a-z]/i.test(text) ? readSize(text, "") : null;
  if (size !== null) return size;
  throw new AppError("bad-input", {
    userMessage: `"${text}" is no size. It is written with a unit, as in 8GiB or 4096M.`,
  });
}

/**
 * The size that an element of libvirt's states, in bytes; null where there is no element or it states none.
 * @param value where it stands, when that is not the element's text
 * @param unit libvirt's for a number without one: KiB of memory, bytes of volumes
 */
export function sizeOf(element: Element | null, value = textOf(element), unit = "KiB"): bigint | null {
  return value === null ? null : readSize(`${value}${attributeOf(element, "unit") ?? ""}`, unit);
}

/** A size in the unit given, or in KiB where that would leave a fraction; rounded up to whole KiB, as libvirt does. */
export function inUnit(bytes: bigint, unit: string | null): { value: string; unit: string | null } {
  const each = bytesOfUnit[(unit ?? "KiB").toLowerCase()];
  if (each !== undefined && bytes % each === 0n) return { value: String(bytes / each), unit };
  return { value: String((bytes + 1023n) / 1024n), unit: "KiB" };
}

/** A size for people: "8 GiB". */
export function sizeText(bytes: bigint): string {
  const units: [string, bigint][] = [
    ["GiB", 1024n ** 3n],
    ["MiB", 1024n ** 2n],
    ["KiB", 1024n],
  ];
  const [unit, each] = units.find(([, size]) => bytes % size === 0n) ?? ["bytes", 1n];
  return `${bytes / each} ${unit}`;
}
