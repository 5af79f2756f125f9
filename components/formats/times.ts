import type { Formats } from "@/server/access/formats/page-formats.schema";
import { dayAt, dayText, zoneOf } from "./days";
import { keptFor } from "./page-formats";

const clocks = keptFor((formats) => ({
  minutes: clockOf(formats, {}),
  seconds: clockOf(formats, { second: "2-digit" }),
}));

function clockOf({ hours, timeZone }: Formats, more: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat("en-GB", {
    hour: hours === 12 ? "numeric" : "2-digit",
    hourCycle: hours === 12 ? "h12" : "h23",
    minute: "2-digit",
    ...more,
    ...zoneOf(timeZone),
  });
}

/** Unix milliseconds as a clock shows them: "14:05", "2:05 pm". */
export function formatClock(at: number, formats?: Formats): string {
  return clocks(formats).minutes.format(at);
}

/** "14:05:09", "2:05:09 pm" */
export function formatClockSeconds(at: number): string {
  return clocks().seconds.format(at);
}

/** Unix milliseconds as a clock's time, with the day where it is not today's, and the year where it is not this one. */
export function formatTime(at: number, now: number = Date.now()): string {
  const [day, today] = [dayAt(at), dayAt(now)];
  const clock = formatClockSeconds(at);
  if (dayText(day, true) === dayText(today, true)) return clock;
  return `${dayText(day, day.year !== today.year)}, ${clock}`;
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
