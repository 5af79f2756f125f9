import type { BarFacts } from "../facts.schema";

/** Flags of a resource, include/linux/ioport.h. */
const portSpace = 0x100n;
const memorySpace = 0x200n;
const prefetchable = 0x2000n;
/** IORESOURCE_UNSET: no address was assigned. */
const unset = 0x20000000n;

/** The registers that a device has; the lines after them are its ROM and a bridge's windows. */
const mostRegisters = 6;

/**
 * Base address registers from sysfs's `resource`: lines of "0xSTART 0xEND 0xFLAGS". A register that is not there is
 * all zero; one without an address begins at 0 and still tells its size.
 */
export function barFactsOf(resource: string | null): BarFacts[] {
  const lines = (resource ?? "").split("\n").slice(0, mostRegisters);
  return lines.flatMap((line, index) => {
    const [start, end, flags] = line.trim().split(/\s+/).map(numberOf);
    if (start === null || end === null || start === undefined || end === undefined || !flags) return [];
    const space = (flags & memorySpace) !== 0n ? "memory" : (flags & portSpace) !== 0n ? "port" : null;
    const bytes = Number(end - start + 1n);
    if (space === null || !Number.isSafeInteger(bytes) || bytes <= 0) return [];
    const isUnassigned = (flags & unset) !== 0n || start === 0n;
    const facts = { index, bytes, space, prefetchable: (flags & prefetchable) !== 0n } as const;
    return [isUnassigned ? { ...facts, unassigned: true } : facts];
  });
}

function numberOf(word: string): bigint | null {
  return /^0x[0-9a-f]{1,16}$/i.test(word) ? BigInt(word) : null;
}
