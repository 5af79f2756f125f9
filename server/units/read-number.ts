/** A number as C's strtol reads it with base 0: 0x1f, 037, 31. null where it is none. */
export function readNumber(text: string): number | null {
  const trimmed = text.trim();
  if (/^0x[0-9a-f]+$/i.test(trimmed)) return Number.parseInt(trimmed.slice(2), 16);
  if (/^0[0-7]*$/.test(trimmed)) return Number.parseInt(trimmed, 8);
  return /^[1-9][0-9]*$/.test(trimmed) ? Number(trimmed) : null;
}
