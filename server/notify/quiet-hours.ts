import type { QuietHours } from "./rule.schema";

const minuteMs = 60_000;
const minutesOfDay = 1440;

/**
 * When the quiet hours end that `at` is in, Unix milliseconds; null where it is in none. It goes by the clock on the wall:
 * a night in which clocks are changed is an hour longer or shorter.
 */
export function endOfQuiet(at: number, quiet: QuietHours): number | null {
  const isQuiet = quietness(quiet);
  const minute = Math.floor(at / minuteMs) * minuteMs;
  if (!isQuiet(minute)) return null;
  const left = (minuteOf(quiet.to) - minuteOfDay(minute, quiet.timeZone) + minutesOfDay) % minutesOfDay;
  let end = minute + left * minuteMs;
  // Where the clock was changed meanwhile, the end is before or after that.
  while (isQuiet(end)) end += minuteMs;
  while (end - minuteMs > minute && !isQuiet(end - minuteMs)) end -= minuteMs;
  return end;
}

/** Whether a minute is one of the quiet hours. */
export function quietness({ from, to, timeZone }: QuietHours): (at: number) => boolean {
  const [first, last] = [minuteOf(from), minuteOf(to)];
  return (at) => {
    const now = minuteOfDay(at, timeZone);
    return first < last ? now >= first && now < last : now >= first || now < last;
  };
}

/** "22:30" → 1350 */
function minuteOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return hours * 60 + minutes;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** The minute of the day that a clock shows in a time zone. */
function minuteOfDay(at: number, timeZone: string): number {
  const known = formats.get(timeZone);
  const format =
    known ??
    new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  if (known === undefined) formats.set(timeZone, format);
  return minuteOf(format.format(at));
}
