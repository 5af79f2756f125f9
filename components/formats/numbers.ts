import { keptFor, pageFormats } from "./page-formats";

const units = ["B", "KiB", "MiB", "GiB", "TiB", "PiB"];

/** Digits are those of the page, whatever a region has. */
const decimals = keptFor(
  ({ locale }) => new Intl.NumberFormat(locale, { numberingSystem: "latn", maximumFractionDigits: 2 }),
);

/** A number with the region's marks: "1,234.5", "1.234,5". @param digits After the decimal mark at most, 2 or less. */
export function formatNumber(value: number, digits = 0, formats = pageFormats()): string {
  const { decimal, group } = formats;
  return decimals(formats)
    .formatToParts(Number(value.toFixed(digits)))
    .map((part) => (part.type === "group" ? group : part.type === "decimal" ? decimal : part.value))
    .join("");
}

/** A size in binary units with at most three digits that count: "512 MiB", "1.5 GiB", "16 GiB". */
export function formatBytes(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1024;
    unit += 1;
  }
  const digits = unit === 0 || value >= 100 ? 0 : value >= 10 ? 1 : 2;
  return `${formatNumber(value, digits)} ${units[unit]}`;
}

/** Bytes a second as "1.5 MiB/s". */
export function formatRate(bytesPerSecond: number): string {
  return `${formatBytes(Math.max(0, Math.round(bytesPerSecond)))}/s`;
}

/** A share of 0…1 as "42 %"; with a decimal below 10 % where anything is in use at all. */
export function formatPercent(share: number): string {
  const percent = Math.max(0, share) * 100;
  return `${formatNumber(percent, percent < 9.95 ? 1 : 0)} %`;
}

/** "1 VM", "2 VMs". */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${formatNumber(count)} ${count === 1 ? one : many}`;
}
