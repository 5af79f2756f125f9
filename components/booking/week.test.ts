import { afterEach, describe, expect, test, vi } from "vitest";
import { localInput, momentOf } from "./moment-words";
import { barsIn, placeIn, weekOf } from "./week";

const hour = 3_600_000;

afterEach(() => vi.unstubAllEnvs());

describe.each(["Europe/Berlin", "America/New_York", "UTC", "Pacific/Auckland"])("in %s", (zone) => {
  test("a week begins on Monday at midnight, and each day where the one before ends", () => {
    vi.stubEnv("TZ", zone);
    const week = weekOf(new Date(2026, 11, 2, 15).getTime());
    expect(week.map((day) => new Date(day).getDate())).toEqual([30, 1, 2, 3, 4, 5, 6, 7]);
    expect(week.map((day) => new Date(day).getHours())).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
    expect(weekOf(new Date(2026, 11, 6, 23, 59).getTime())).toEqual(week);
    expect(weekOf(week[7])).toEqual(weekOf(week[0], 1));
  });

  test("what is typed is the moment that it stands for", () => {
    vi.stubEnv("TZ", zone);
    const moment = new Date(2026, 5, 1, 9, 30).getTime();
    expect(localInput(moment)).toBe("2026-06-01T09:30");
    expect(momentOf("2026-06-01T09:30")).toBe(moment);
    expect(momentOf("")).toBeNaN();
  });
});

describe("where clocks are changed", () => {
  test.each([
    ["forward", new Date(Date.UTC(2026, 2, 29, 12)), 23],
    ["back", new Date(Date.UTC(2026, 9, 25, 12)), 25],
  ])("%s, the day has its hours, and the picture's days are as wide as ever", (_, sunday, hours) => {
    vi.stubEnv("TZ", "Europe/Berlin");
    const week = weekOf(sunday.getTime());
    expect((week[7] - week[6]) / hour).toBe(hours);
    expect(placeIn(week, week[6])).toBeCloseTo(6 / 7);
    expect(placeIn(week, week[6] + (hours / 2) * hour)).toBeCloseTo(6.5 / 7);
    const [bar] = barsIn(week, [{ from: week[6], to: week[6] + hours * hour }]);
    expect([bar?.left, (bar?.left ?? 0) + (bar?.width ?? 0)]).toEqual([
      expect.closeTo(6 / 7),
      expect.closeTo(1),
    ]);
  });
});

test("what is at the same time stands in rows of its own, and what comes after in the first that is free", () => {
  const week = weekOf(Date.UTC(2026, 11, 2));
  const at = (from: number, to: number) => ({ from: week[0] + from * hour, to: week[0] + to * hour });
  const bars = barsIn(week, [at(-5, 2), at(0, 4), at(2, 3), at(200, 201)]);
  expect(bars.map(({ row }) => row)).toEqual([0, 1, 0]);
  expect(bars[0]?.left).toBe(0);
});
