const factors = new Map([
  ["", 1024 ** 3],
  ["b", 1],
  ["k", 1024],
  ["m", 1024 ** 2],
  ["g", 1024 ** 3],
  ["t", 1024 ** 4],
  ["p", 1024 ** 5],
]);

/**
 * The bytes that a person means by "20", "20 GiB", "512M", "1.5 T": binary units throughout, GiB where none is named.
 * Null where it is no size, is less than a byte or more than can be counted exactly.
 */
export function parseSize(text: string): number | null {
  const match = /^(\d+(?:[.,]\d+)?)\s*(?:([kmgtp])(?:i?b)?|(b))?$/i.exec(text.trim());
  const [, number, prefix, plain] = match ?? [];
  const factor = factors.get((prefix ?? plain ?? "").toLowerCase());
  if (number === undefined || factor === undefined) return null;
  const bytes = Math.round(Number(number.replace(",", ".")) * factor);
  return bytes >= 1 && Number.isSafeInteger(bytes) ? bytes : null;
}

const units = ["B", "KiB", "MiB", "GiB", "TiB", "PiB"];

/** A size as a field holds it, which `parseSize` reads back to the same bytes: the largest unit that divides it. */
export function writeSize(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 1024 && value % 1024 === 0 && unit < units.length - 1) {
    value /= 1024;
    unit += 1;
  }
  return `${value} ${units[unit]}`;
}
