/** Units that sizes are written in, the smallest first. */
export const sizeUnits = ["KiB", "MiB", "GiB", "TiB"] as const;
export type SizeUnit = (typeof sizeUnits)[number];

const bytesIn: Readonly<Record<SizeUnit, number>> = {
  KiB: 2 ** 10,
  MiB: 2 ** 20,
  GiB: 2 ** 30,
  TiB: 2 ** 40,
};

/** The largest unit in which a size has no more than two decimals; GiB of none. */
export function unitOf(bytes: string | null): SizeUnit {
  const size = Number(bytes ?? 0);
  if (!(size > 0)) return "GiB";
  return sizeUnits.findLast((unit) => size >= bytesIn[unit] && (size / bytesIn[unit]) % 0.25 === 0) ?? "KiB";
}

/** Bytes as a number of a unit; what is no number stays as it is. */
export function amountOf(bytes: string | null, unit: SizeUnit): string {
  if (bytes === null) return "";
  return /^\d+$/.test(bytes) ? String(Number(bytes) / bytesIn[unit]) : bytes;
}

/** The unit that somebody wrote behind a number, as in "64 MiB", "20G"; null where there is none. */
export function writtenUnit(text: string): SizeUnit | null {
  const letter = /^\s*[\d.,]+\s*([kmgt])(?:i?b)?\s*$/i.exec(text)?.[1]?.toUpperCase();
  return sizeUnits.find((unit) => unit[0]?.toUpperCase() === letter) ?? null;
}

/**
 * The bytes that are meant, as text: in the unit that is written, else in `unit`. A comma is a decimal point as well.
 * What is no size stays as it is, to be found fault with; null of nothing.
 */
export function bytesOf(text: string, unit: SizeUnit): string | null {
  const trimmed = text.trim();
  if (trimmed === "") return null;
  const own = writtenUnit(trimmed);
  const amount = own === null ? trimmed : trimmed.replace(/\s*[a-z]+$/i, "");
  if (!/^\d+([.,]\d+)?$/.test(amount)) return trimmed;
  return String(Math.round(Number(amount.replace(",", ".")) * bytesIn[own ?? unit]));
}
