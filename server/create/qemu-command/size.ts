const bytesOfUnit: Readonly<Record<string, number>> = {
  b: 1,
  k: 2 ** 10,
  m: 2 ** 20,
  g: 2 ** 30,
  t: 2 ** 40,
};

/**
 * Bytes of a size as QEMU writes it: "4G", "1.5G", "512M".
 * @param unit Where none is named: -m counts in MiB, all else in bytes.
 */
export function sizeFromText(text: string, unit: "b" | "m" = "b"): number | null {
  const [, amount, named] = /^(\d{1,15}(?:\.\d+)?)([bkmgt]?)(?:i?b)?$/i.exec(text) ?? [];
  const each = bytesOfUnit[named?.toLowerCase() || unit];
  return amount === undefined || each === undefined ? null : Math.round(Number(amount) * each);
}
