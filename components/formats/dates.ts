import { dayAt, dayText, timeZoneName } from "./days";
import { pageFormats } from "./page-formats";
import { formatClock, formatClockSeconds } from "./times";

/** Unix milliseconds as a date with its year: "2 Dec 2026", "Dec 2, 2026", "2026 Dec 2". */
export function formatDate(at: number, formats = pageFormats()): string {
  return dayText(dayAt(at, formats), true, formats);
}

/** "Wed 2 Dec" */
export function formatWeekday(at: number): string {
  const day = dayAt(at);
  return `${day.weekday} ${dayText(day, false)}`;
}

/** All of a moment, for what is pointed at: "Wed 2 Dec 2026, 14:05:09 (Europe/Berlin)". */
export function formatMoment(at: number): string {
  return `${dayAt(at).weekday} ${formatDate(at)}, ${formatClockSeconds(at)} (${timeZoneName()})`;
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
