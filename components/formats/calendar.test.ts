import fc from "fast-check";
import { afterEach, describe, expect, test, vi } from "vitest";
import { dayTyped, isSameDay, localInput, momentOf, weekOf } from "./calendar";
import { written } from "./written.test-data";

const hour = 3_600_000;
const zones = [
  "Europe/Berlin",
  "America/New_York",
  "UTC",
  "Pacific/Auckland",
  "America/Santiago",
  "Asia/Kathmandu",
];

afterEach(() => vi.unstubAllEnvs());

describe.each(zones)("in %s", (timeZone) => {
  test("a week begins on the day that was chosen, at midnight, and each day where the one before ends", () => {
    for (const firstDay of [0, 1, 6])
      written({ timeZone, firstDay }, () => {
        const week = weekOf(momentOf("2026-12-02T15:00"));
        const monday = firstDay === 1 ? 30 : firstDay === 0 ? 29 : 28;
        expect(localInput(week[0])).toBe(`2026-11-${monday}T00:00`);
        expect(weekOf(week[7] - 1)).toEqual(week);
        expect(weekOf(week[7])).toEqual(weekOf(week[0], 1));
      });
  });

  test("what is typed is the moment that it stands for, as JavaScript's own dates have it", () => {
    vi.stubEnv("TZ", timeZone);
    const minute = 60_000;
    const [first, last] = [Date.UTC(2020, 0, 1) / minute, Date.UTC(2030, 0, 1) / minute];
    written({ timeZone }, () =>
      fc.assert(
        fc.property(fc.integer({ min: first, max: last }), (minutes) => {
          const typed = new Date(minutes * minute).toISOString().slice(0, 16);
          expect(momentOf(typed)).toBe(new Date(typed).getTime());
        }),
      ),
    );
  });
});

test("where clocks are changed, what is shown twice is the first, and what is left out comes later", () => {
  written({ timeZone: "Europe/Berlin" }, () => {
    expect(new Date(momentOf("2026-10-25T02:30")).toISOString()).toBe("2026-10-25T00:30:00.000Z");
    expect(localInput(momentOf("2026-03-29T02:30"))).toBe("2026-03-29T03:30");
    const spring = weekOf(momentOf("2026-03-29T12:00"));
    expect((spring[7] - spring[6]) / hour).toBe(23);
  });
});

test("a typed day is as long as it is", () => {
  written({ timeZone: "Europe/Berlin" }, () => {
    const day = dayTyped("2026-10-25") ?? { from: 0, to: 0 };
    expect((day.to - day.from) / hour).toBe(25);
    expect(isSameDay(day.from, day.to - 1)).toBe(true);
    expect(isSameDay(day.from, day.to)).toBe(false);
    expect([dayTyped(""), momentOf("")]).toEqual([null, Number.NaN]);
  });
});
