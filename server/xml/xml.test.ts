import { expect, test } from "vitest";
import { parseXml, refuseDoctype } from "./xml";

test.each([
  ["alone", ""],
  ["behind a byte order mark and white space", "\uFEFF \n"],
  ["behind a declaration and comments", "<?xml version='1.0'?>\n<!-- one --> <!-- two > -->\n<?pi x?>"],
])("a DOCTYPE %s is refused", (_, before) => {
  expect(() => parseXml(`${before}<!doctype x><domain/>`)).toThrow("DOCTYPE");
});

test("what stands in a comment, or behind the root's start, is no DOCTYPE", () => {
  expect(() => refuseDoctype("<!-- <!DOCTYPE x> --><domain/>")).not.toThrow();
  expect(() => refuseDoctype("<domain><!DOCTYPE x></domain>")).not.toThrow();
});

test("a long way to the root takes no longer than its length", () => {
  refuseDoctype(`${" \n".repeat(50_000)}<domain/>`);
  refuseDoctype(`${"<!-- a -->\n".repeat(50_000)}<domain/>`);
  refuseDoctype("<!--".repeat(50_000));
});
