import { expect, test } from "vitest";
import { momentOf, weekOf } from "@/components/formats/calendar";
import { written } from "@/components/formats/written.test-data";
import { barsIn, placeIn } from "./week";

const hour = 3_600_000;

test.each([
  ["forward", "2026-03-29T12:00", 23],
  ["back", "2026-10-25T12:00", 25],
])("where clocks are put %s, the picture's days are as wide as ever", (_, sunday, hours) => {
  const week = written({ timeZone: "Europe/Berlin" }, () => weekOf(momentOf(sunday)));
  expect((week[7] - week[6]) / hour).toBe(hours);
  expect(placeIn(week, week[6])).toBeCloseTo(6 / 7);
  expect(placeIn(week, week[6] + (hours / 2) * hour)).toBeCloseTo(6.5 / 7);
  const [bar] = barsIn(week, [{ from: week[6], to: week[6] + hours * hour }]);
  expect([bar?.left, (bar?.left ?? 0) + (bar?.width ?? 0)]).toEqual([
    expect.closeTo(6 / 7),
    expect.closeTo(1),
  ]);
});

test("what is at the same time stands in rows of its own, and what comes after in the first that is free", () => {
  const week = written({ timeZone: "UTC" }, () => weekOf(Date.UTC(2026, 11, 2)));
  const at = (from: number, to: number) => ({ from: week[0] + from * hour, to: week[0] + to * hour });
  const bars = barsIn(week, [at(-5, 2), at(0, 4), at(2, 3), at(200, 201)]);
  expect(bars.map(({ row }) => row)).toEqual([0, 1, 0]);
  expect(bars[0]?.left).toBe(0);
});
