import { expect, test } from "vitest";
import { amountOf, bytesOf, unitOf, writtenUnit } from "./size-text";

const gibibyte = 2 ** 30;

test.each([
  [4 * gibibyte, "GiB", "4"],
  [1.5 * gibibyte, "GiB", "1.5"],
  [1000 * 2 ** 20, "MiB", "1000"],
  [219_136 * 1024, "MiB", "214"],
  [2048 * gibibyte, "TiB", "2"],
  [1_000_000, "KiB", "976.5625"],
] as const)("%d bytes are written in %s as %s, and read back", (bytes, unit, amount) => {
  expect(unitOf(String(bytes))).toBe(unit);
  expect(amountOf(String(bytes), unit)).toBe(amount);
  expect(bytesOf(amount, unit)).toBe(String(bytes));
});

test.each([
  ["20", 20 * gibibyte],
  ["1,5", 1.5 * gibibyte],
  ["512 MiB", 2 ** 29],
  [" 64M ", 2 ** 26],
  ["10gb", 10 * gibibyte],
  ["1.5 t", 1.5 * 2 ** 40],
])("“%s” beside GiB is read", (text, bytes) => {
  expect(bytesOf(text, "GiB")).toBe(String(bytes));
});

test.each(["much", "-1", "1e3", "1.2.3", "0x10", "20 GiBs", "G"])(
  "“%s” is no size, and stays to be found fault with",
  (text) => {
    expect(bytesOf(text, "GiB")).toBe(text);
    expect(amountOf(text, "GiB")).toBe(text);
  },
);

test("nothing is nothing", () => {
  expect([bytesOf(" ", "GiB"), amountOf(null, "GiB"), unitOf(null)]).toEqual([null, "", "GiB"]);
});

test("a unit that is written is told", () => {
  expect(["64 MiB", "20G", "5"].map(writtenUnit)).toEqual(["MiB", "GiB", null]);
});
