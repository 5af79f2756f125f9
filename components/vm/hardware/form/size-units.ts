/** Units that sizes are written in, the smallest first. */
export const sizeUnits = ["KiB", "MiB", "GiB", "TiB"] as const;
export type SizeUnit = (typeof sizeUnits)[number];

const bytesIn: Readonly<Record<SizeUnit, number>> = {
  KiB: 2 ** 10,
  MiB: 2 ** 20,
  GiB: 2 ** 30,
  TiB: 2 ** 40,
};

/** The largest unit that leaves no fraction. */
export function unitOf(bytes: string | null): SizeUnit {
  const number = Number(bytes ?? 0);
  return number === 0 ? "GiB" : (sizeUnits.findLast((unit) => number % bytesIn[unit] === 0) ?? "KiB");
}

/** Bytes as a number of a unit. */
export function amountOf(bytes: string | null, unit: SizeUnit): string {
  return bytes === null || bytes === "" ? "" : String(Number(bytes) / bytesIn[unit]);
}

/** The bytes that are meant, as text; what is no number stays as it is, to be found fault with. */
export function bytesOf(amount: string, unit: SizeUnit): string | null {
  const text = amount.trim().replace(",", ".");
  if (text === "") return null;
  return /^\d+(\.\d+)?$/.test(text) ? String(Math.round(Number(text) * bytesIn[unit])) : text;
}
