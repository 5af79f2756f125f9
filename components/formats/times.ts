import type { Formats, Order } from "@/server/access/formats/page-formats.schema";
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

const clocks = keptFor((formats) => ({
  minutes: clockOf(formats, {}),
  seconds: clockOf(formats, { second: "2-digit" }),
}));

function clockOf({ hours, timeZone }: Formats, more: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const hour: Intl.DateTimeFormatOptions =
    hours === 12 ? { hour: "numeric", hourCycle: "h12" } : { hour: "2-digit", hourCycle: "h23" };
  return new Intl.DateTimeFormat("en-GB", { ...hour, minute: "2-digit", ...more, ...zoneOf(timeZone) });
}

function zoneOf(timeZone: string | null): Intl.DateTimeFormatOptions {
  return timeZone === null ? {} : { timeZone };
}

interface Day {
  weekday: string;
  day: string;
  month: string;
  year: string;
}

/** By the region's order; nothing but the year needs a comma, and that only after a day. */
const withoutYear: Readonly<Record<Order, (day: Day) => string>> = {
  "day first": ({ day, month }) => `${day} ${month}`,
  "month first": ({ day, month }) => `${month} ${day}`,
  "year first": ({ day, month }) => `${month} ${day}`,
};
const withYear: typeof withoutYear = {
  "day first": ({ day, month, year }) => `${day} ${month} ${year}`,
  "month first": ({ day, month, year }) => `${month} ${day}, ${year}`,
  "year first": ({ day, month, year }) => `${year} ${month} ${day}`,
};

function dayAt(at: number, formats: Formats): Day {
  const day: Day = { weekday: "", day: "", month: "", year: "" };
  for (const { type, value } of words(formats).formatToParts(at))
    if (type in day) day[type as keyof Day] = value;
  return day;
}

/** Unix milliseconds as a date with its year: "2 Dec 2026", "Dec 2, 2026", "2026 Dec 2". */
export function formatDate(at: number, formats = pageFormats()): string {
  return withYear[formats.order](dayAt(at, formats));
}

/** "Wed 2 Dec" */
export function formatWeekday(at: number, formats = pageFormats()): string {
  const day = dayAt(at, formats);
  return `${day.weekday} ${withoutYear[formats.order](day)}`;
}

/** What stands above a day of a calendar: "Wed" and "2". */
export function dayHeading(at: number): { weekday: string; day: string } {
  return dayAt(at, pageFormats());
}

/** Unix milliseconds as a clock shows them: "14:05", "2:05 pm". */
export function formatClock(at: number, formats?: Formats): string {
  return clocks(formats).minutes.format(at);
}

/** "14:05:09", "2:05:09 pm" */
export function formatClockSeconds(at: number, formats?: Formats): string {
  return clocks(formats).seconds.format(at);
}

/** Unix milliseconds as a clock's time, with the day where it is not today's, and the year where it is not this one. */
export function formatTime(at: number, now: number = Date.now()): string {
  const formats = pageFormats();
  const [day, today] = [dayAt(at, formats), dayAt(now, formats)];
  const clock = formatClockSeconds(at);
  if (day.year !== today.year) return `${withYear[formats.order](day)}, ${clock}`;
  const isToday = day.day === today.day && day.month === today.month;
  return isToday ? clock : `${withoutYear[formats.order](day)}, ${clock}`;
}

/** All of a moment, for what is pointed at: "Wed 2 Dec 2026, 14:05:09 (Europe/Berlin)". */
export function formatMoment(at: number): string {
  const { weekday } = dayAt(at, pageFormats());
  return `${weekday} ${formatDate(at)}, ${formatClockSeconds(at)} (${timeZoneName()})`;
}

/** "Wed 2 Dec, 14:00" */
export function formatAppointment(at: number): string {
  return `${formatWeekday(at)}, ${formatClock(at)}`;
}

/** "Wed 2 Dec, 14:00 to 16:00", with the second day where it is another. */
export function formatSpan({ from, to }: { from: number; to: number }): string {
  const isOneDay = formatDate(from) === formatDate(to);
  return `${formatAppointment(from)} to ${isOneDay ? formatClock(to) : formatAppointment(to)}`;
}

/** The time zone of all of these, "Europe/Berlin". */
export function timeZoneName(formats?: Formats): string {
  return words(formats).resolvedOptions().timeZone;
}

/** How long ago `at` was, in the largest unit that fits: "just now", "42 s ago", "3 min ago", "2 h ago", "5 d ago". */
export function formatAgo(at: number, now: number = Date.now()): string {
  const seconds = Math.max(0, Math.floor((now - at) / 1000));
  if (seconds < 5) return "just now";
  if (seconds < 60) return `${seconds} s ago`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ago`;
  if (seconds < 86_400) return `${Math.floor(seconds / 3600)} h ago`;
  return `${Math.floor(seconds / 86_400)} d ago`;
}
