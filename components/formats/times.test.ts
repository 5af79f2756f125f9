import { expect, test } from "vitest";
import type { Formats } from "@/server/access/formats/page-formats.schema";
import { formatDate, formatMoment, formatSpan, formatWeekday } from "./dates";
import { dayAt, timeZoneName } from "./days";
import { formatAgo, formatClock, formatTime } from "./times";
import { written } from "./written.test-data";

const at = Date.UTC(2026, 8, 2, 13, 5, 9);
const hour = 3_600_000;

test.each<[Partial<Formats>, string, string, string]>([
  [{ order: "day first" }, "2 Sep 2026", "Wed 2 Sep", "13:05"],
  [{ order: "month first", hours: 12 }, "Sep 2, 2026", "Wed Sep 2", "1:05 pm"],
  [{ order: "year first" }, "2026 Sep 2", "Wed Sep 2", "13:05"],
  [{ locale: "de-DE", hours: 12 }, "2 Sep 2026", "Wed 2 Sep", "1:05 pm"],
])("by %o, a day is %s and a time of day %s", (formats, date, day, clock) => {
  written({ ...formats, timeZone: "UTC" }, () => {
    expect([formatDate(at), formatWeekday(at), formatClock(at)]).toEqual([date, day, clock]);
  });
});

test("midnight and noon are what the clock calls them", () => {
  const midnight = Date.UTC(2026, 8, 2);
  const of = (hours: 12 | 24, moment: number) =>
    written({ hours, timeZone: "UTC" }, () => formatClock(moment));
  expect([of(24, midnight), of(12, midnight)]).toEqual(["00:00", "12:00 am"]);
  expect([of(24, midnight + 12 * hour), of(12, midnight + 12 * hour)]).toEqual(["12:00", "12:00 pm"]);
});

test("a time of another day names the day, and one of another year the year", () => {
  written({ timeZone: "UTC" }, () => {
    expect(formatTime(at, at + 60_000)).toBe("13:05:09");
    expect(formatTime(at, at + 24 * hour)).toBe("2 Sep, 13:05:09");
    expect(formatTime(at, at + 366 * 24 * hour)).toBe("2 Sep 2026, 13:05:09");
  });
});

test("what is today is decided by the time zone that is written", () => {
  written({ timeZone: "Pacific/Auckland" }, () => {
    expect(formatTime(at, at - 2 * hour)).toBe("3 Sep, 01:05:09");
    expect(dayAt(at)).toMatchObject({ weekday: "Thu", day: "3" });
    expect(formatMoment(at)).toBe("Thu 3 Sep 2026, 01:05:09 (Pacific/Auckland)");
    expect(timeZoneName()).toBe("Pacific/Auckland");
  });
});

test("a span has its second day where that is another", () => {
  written({ timeZone: "UTC" }, () => {
    expect(formatSpan({ from: at, to: at + 2 * hour })).toBe("Wed 2 Sep, 13:05 to 15:05");
    expect(formatSpan({ from: at, to: at + 12 * hour })).toBe("Wed 2 Sep, 13:05 to Thu 3 Sep, 01:05");
  });
});

test.each([
  [0, "just now"],
  [42_000, "42 s ago"],
  [180_000, "3 min ago"],
  [7_300_000, "2 h ago"],
  [5 * 86_400_000, "5 d ago"],
  [-9_000, "just now"],
])("%d ms ago reads as %s", (elapsed, text) => {
  expect(formatAgo(1_000_000_000_000 - elapsed, 1_000_000_000_000)).toBe(text);
});
