import { zoneOf } from "./days";
import { keptFor, pageFormats } from "./page-formats";

const dayMs = 24 * 3_600_000;

/** What a clock and a calendar show in the page's time zone. */
const reading = keptFor(
  ({ timeZone }) =>
    new Intl.DateTimeFormat("en-US", {
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
      ...zoneOf(timeZone),
    }),
);

/** What the clock shows at a moment, as the Unix milliseconds at which one in UTC shows the same; whole seconds. */
function shownAt(moment: number): number {
  const shown: Record<string, number> = {};
  for (const { type, value } of reading().formatToParts(moment)) shown[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = shown;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

/**
 * The moment at which the clock shows something; the first of two where clocks are put back. What is left out where they
 * are put forward is that much later, as JavaScript's own dates have it (ECMA-262, LocalTime and UTC).
 */
function whenShown(shown: number): number {
  const tries = [shown - dayMs, shown + dayMs].map((near) => shown - (shownAt(near) - near));
  const found = tries.filter((moment) => shownAt(moment) === shown);
  return found.length > 0 ? Math.min(...found) : (tries[0] ?? shown);
}

/** The midnight that a day begins with, as {@link shownAt} has it. */
function dayOf(moment: number): number {
  return Math.floor(shownAt(moment) / dayMs) * dayMs;
}

/** Whether two moments are of one day of the page's time zone. */
export function isSameDay(one: number, other: number): boolean {
  return dayOf(one) === dayOf(other);
}

/** The days of a week as Unix milliseconds: when each begins, and when the last one ends. They are of 23 to 25 hours. */
export type Week = readonly [number, number, number, number, number, number, number, number];

/** The week that a moment is in; it begins on the day that was chosen. @param later So many weeks later. */
export function weekOf(moment: number, later = 0): Week {
  const day = dayOf(moment);
  const since = (new Date(day).getUTCDay() - pageFormats().firstDay + 7) % 7;
  // By the calendar: a day on which clocks are changed has not 24 hours.
  const midnight = (next: number) => whenShown(day + (next - since + later * 7) * dayMs);
  return [0, 1, 2, 3, 4, 5, 6, 7].map(midnight) as unknown as Week;
}

/** A moment as a field for a day and a time has it, "2026-12-02T14:00". */
export function localInput(moment: number): string {
  return new Date(shownAt(moment)).toISOString().slice(0, 16);
}

/** The moment that was typed, Unix milliseconds; NaN where none was. */
export function momentOf(typed: string): number {
  const shown = Date.parse(`${typed}Z`);
  return Number.isNaN(shown) ? shown : whenShown(shown);
}

/** When a typed day, "2026-12-02", begins and when the next one does; null where none was typed. */
export function dayTyped(typed: string): { from: number; to: number } | null {
  const shown = Date.parse(`${typed}T00:00Z`);
  return Number.isNaN(shown) ? null : { from: whenShown(shown), to: whenShown(shown + dayMs) };
}
