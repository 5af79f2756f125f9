import { expect, test } from "vitest";
import { amountOf, bytesOf, unitOf } from "./size-units";

test.each([
  [String(4 * 2 ** 30), "GiB", "4"],
  [String(1536 * 2 ** 20), "MiB", "1536"],
  [String(219136 * 1024), "MiB", "214"],
  [null, "GiB", ""],
] as const)("%s bytes are written in %s as %s", (bytes, unit, amount) => {
  expect(unitOf(bytes)).toBe(unit);
  expect(amountOf(bytes, unit)).toBe(amount);
  expect(bytesOf(amount, unit)).toBe(bytes);
});

test("a comma is a decimal point, and what is no number stays to be found fault with", () => {
  expect(bytesOf("1,5", "GiB")).toBe(String(1.5 * 2 ** 30));
  expect(bytesOf("much", "GiB")).toBe("much");
});
