import { expect, test } from "vitest";
import { unchosenFormats } from "./formats.schema";
import { plainFormats } from "./page-formats.schema";
import { regions } from "./regions.schema";
import { resolveFormats } from "./resolve-formats.schema";

test.each([
  ["en-US", "month first", 12, 0],
  ["en-GB", "day first", 24, 1],
  ["de-DE", "day first", 24, 1],
  ["pt-BR", "day first", 24, 0],
  ["sv-SE", "year first", 24, 1],
  ["ja-JP", "year first", 24, 0],
  ["ko-KR", "year first", 12, 0],
])("%s: %s, %d hours, weeks from day %d", (region, order, hours, firstDay) => {
  expect(resolveFormats(unchosenFormats, region)).toMatchObject({
    locale: region,
    order,
    hours,
    firstDay,
    timeZone: null,
  });
});

test("what is chosen counts for more than the region, and the region for more than the browser", () => {
  const choice = { region: "de-DE", clock: "12", firstDay: "saturday", timeZone: "UTC" } as const;
  expect(resolveFormats(choice, "en-US")).toEqual({
    locale: "de-DE",
    decimal: ",",
    group: ".",
    order: "day first",
    hours: 12,
    firstDay: 6,
    timeZone: "UTC",
  });
});

test.each(["", "*", "no_tag", "tlh", "x-private", "-u-nu-", "\0"])(
  "a browser that asks for %j has plain formats",
  (tag) => expect(resolveFormats(unchosenFormats, tag)).toEqual(plainFormats),
);

test("every region that is offered has formats of its own in what Passdeck runs on", () => {
  expect(Intl.NumberFormat.supportedLocalesOf([...regions])).toEqual([...regions]);
});
