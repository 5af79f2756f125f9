import fc from "fast-check";
import { expect, test } from "vitest";
import { endOfQuiet, quietness } from "./quiet-hours";
import type { QuietHours } from "./rule.schema";

const minuteMs = 60_000;
/** Zones with clocks that are changed north and south, by an hour and by half of one, and one where none is. */
const timeZones = ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "UTC"];

const clock = fc
  .integer({ min: 0, max: 1439 })
  .map((minute) => new Date(minute * minuteMs).toISOString().slice(11, 16));

const quiet = fc
  .record({ from: clock, to: clock, timeZone: fc.constantFrom(...timeZones), criticalPasses: fc.boolean() })
  .filter(({ from, to }) => from !== to);

/** Days around changes of the clocks in these zones, and others. */
const days = [
  "2026-03-08",
  "2026-03-28",
  "2026-04-04",
  "2026-07-01",
  "2026-10-03",
  "2026-10-24",
  "2026-11-01",
];
const time = fc
  .tuple(fc.constantFrom(...days), fc.integer({ min: -720, max: 2160 }))
  .map(([day, minutes]) => Date.parse(`${day}T12:00:00Z`) + minutes * minuteMs + 17_000);

test("quiet hours end with the first minute that is none of them, whatever is done to the clocks", () => {
  fc.assert(
    fc.property(time, quiet, (at, hours) => {
      const isQuiet = quietness(hours);
      let first = Math.floor(at / minuteMs) * minuteMs;
      const isIn = isQuiet(first);
      while (isQuiet(first)) first += minuteMs;
      expect(endOfQuiet(at, hours)).toBe(isIn ? first : null);
    }),
    { numRuns: 150 },
  );
});

test.each([
  // The night in which clocks go on from 2 to 3.
  ["2026-03-28T23:00:00Z", "02:30", "2026-03-29T01:00:00.000Z"],
  // The night in which they go back from 3 to 2.
  ["2026-10-24T21:00:00Z", "07:00", "2026-10-25T06:00:00.000Z"],
  ["2026-07-01T21:00:00Z", "07:00", "2026-07-02T05:00:00.000Z"],
])("from 22:00 in Berlin, %s until %s ends at %s", (at, to, end) => {
  const hours: QuietHours = { from: "22:00", to, timeZone: "Europe/Berlin", criticalPasses: true };
  expect(new Date(endOfQuiet(Date.parse(at), hours) ?? 0).toISOString()).toBe(end);
});
