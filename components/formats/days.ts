import type { Formats } from "@/server/access/formats/page-formats.schema";
import { keptFor, pageFormats } from "./page-formats";

/** The words of a date, which are English. American English shortens every month to three letters. */
const words = keptFor(
  ({ timeZone }) =>
    new Intl.DateTimeFormat("en-US", {
      weekday: "short",
      day: "numeric",
      month: "short",
      year: "numeric",
      ...zoneOf(timeZone),
    }),
);

/** What Intl takes for a time zone. */
export function zoneOf(timeZone: string | null): Intl.DateTimeFormatOptions {
  return timeZone === null ? {} : { timeZone };
}

/** The parts of a date, in words: "Wed", "2", "Dec", "2026". */
export type Day = Record<"weekday" | "day" | "month" | "year", string>;

export function dayAt(at: number, formats = pageFormats()): Day {
  const parts = words(formats).formatToParts(at);
  return Object.fromEntries(parts.map(({ type, value }) => [type, value])) as Day;
}

/** "2 Dec", "Dec 2"; with its year "2 Dec 2026", "Dec 2, 2026", "2026 Dec 2". */
export function dayText({ day, month, year }: Day, hasYear: boolean, formats = pageFormats()): string {
  const { order } = formats;
  const text = order === "day first" ? `${day} ${month}` : `${month} ${day}`;
  if (!hasYear) return text;
  return order === "year first" ? `${year} ${text}` : `${text}${order === "month first" ? "," : ""} ${year}`;
}

/** The page's time zone, "Europe/Berlin". */
export function timeZoneName(formats?: Formats): string {
  return words(formats).resolvedOptions().timeZone;
}
