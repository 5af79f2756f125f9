export const sizeUnits = ["MiB", "GiB", "TiB"] as const;
export type SizeUnit = (typeof sizeUnits)[number];

const bytesIn: Readonly<Record<SizeUnit, number>> = { MiB: 2 ** 20, GiB: 2 ** 30, TiB: 2 ** 40 };

/** The largest unit in which a size has no more than two decimals. */
export function unitFor(bytes: number): SizeUnit {
  const fitting = sizeUnits.filter(
    (unit) => bytes >= bytesIn[unit] && Number.isInteger((bytes / bytesIn[unit]) * 4),
  );
  return fitting.at(-1) ?? "MiB";
}

/** A size as a number of a unit; nothing where it is none. */
export function textOf(bytes: number, unit: SizeUnit): string {
  return Number.isFinite(bytes) ? String(Math.round((bytes / bytesIn[unit]) * 1000) / 1000) : "";
}

/** The bytes that a text means, in whole MiB; NaN where it means none. A comma is a decimal point as well. */
export function bytesOf(text: string, unit: SizeUnit): number {
  const match = /^\s*(\d+(?:[.,]\d+)?)\s*$/.exec(text);
  if (match?.[1] === undefined) return Number.NaN;
  return Math.round((Number(match[1].replace(",", ".")) * bytesIn[unit]) / bytesIn.MiB) * bytesIn.MiB;
}
