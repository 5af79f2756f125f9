const day: Intl.DateTimeFormatOptions = { weekday: "short", day: "numeric", month: "short" };
const clock: Intl.DateTimeFormatOptions = { hour: "2-digit", minute: "2-digit" };

/** "Wed 2 Dec, 14:00", where whoever looks is. */
export function momentWords(moment: number): string {
  return `${dayWords(moment)}, ${new Date(moment).toLocaleTimeString("en-GB", clock)}`;
}

/** "Wed 2 Dec" */
export function dayWords(moment: number): string {
  return new Date(moment).toLocaleDateString("en-GB", day).replace(",", "");
}

/** "Wed 2 Dec, 14:00 to 16:00", with the second day where it is another. */
export function spanWords({ from, to }: { from: number; to: number }): string {
  const isOneDay = new Date(from).toDateString() === new Date(to).toDateString();
  const end = isOneDay ? new Date(to).toLocaleTimeString("en-GB", clock) : momentWords(to);
  return `${momentWords(from)} to ${end}`;
}

/** The time zone of whoever looks, "Europe/Berlin". */
export function zoneWords(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** A moment as a field for a day and a time has it, "2026-12-02T14:00". */
export function localInput(moment: number): string {
  const at = new Date(moment);
  const two = (part: number) => String(part).padStart(2, "0");
  const date = `${String(at.getFullYear()).padStart(4, "0")}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${date}T${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** The moment that was typed, Unix milliseconds; NaN where none was. */
export function momentOf(typed: string): number {
  return typed === "" ? Number.NaN : new Date(typed).getTime();
}
