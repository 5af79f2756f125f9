const units = ["B", "KiB", "MiB", "GiB", "TiB", "PiB"];

/** A size in binary units with at most three digits that count: "512 MiB", "1.5 GiB", "16 GiB". */
export function formatBytes(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1024;
    unit += 1;
  }
  const digits = unit === 0 || value >= 100 ? 0 : value >= 10 ? 1 : 2;
  return `${trim(value.toFixed(digits))} ${units[unit]}`;
}

/** Bytes a second as "1.5 MiB/s". */
export function formatRate(bytesPerSecond: number): string {
  return `${formatBytes(Math.max(0, Math.round(bytesPerSecond)))}/s`;
}

/** A share of 0…1 as "42 %"; with a decimal below 10 % where anything is in use at all. */
export function formatPercent(share: number): string {
  const percent = Math.max(0, share) * 100;
  if (percent > 0 && percent < 9.95) return `${trim(percent.toFixed(1))} %`;
  return `${Math.round(percent)} %`;
}

function trim(number: string): string {
  return number.includes(".") ? number.replace(/\.?0+$/, "") : number;
}

const clock: Intl.DateTimeFormatOptions = { hour: "2-digit", minute: "2-digit", second: "2-digit" };
const dayAndClock: Intl.DateTimeFormatOptions = { day: "numeric", month: "short", ...clock };

/** Unix milliseconds as a wall clock's time, with the day where it is not today's. */
export function formatTime(at: number, now: number = Date.now()): string {
  const sameDay = new Date(at).toDateString() === new Date(now).toDateString();
  return new Date(at).toLocaleString("en-GB", sameDay ? clock : dayAndClock);
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

/** "1 VM", "2 VMs". */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString("en-GB")} ${count === 1 ? one : many}`;
}
