import { expect, test } from "vitest";
import { parseXml, refuseDoctype, serializeXml } from "./xml";

test("U+FFFD is a character like any other", () => {
  const text = "<a b='\uFFFD'>\uFFFD<!--\uFFFD--></a>";
  expect(serializeXml(parseXml(text))).toBe(text);
});

test.each([
  "<a b=c/>",
  "<a b/>",
  "<a b='1'c='2'/>",
  "<a b='\uFFFD' c=d/>",
  "<a><b></a>",
  "<a>&x;</a>",
  "",
  "text",
])("%s is no XML", (text) => {
  expect(() => parseXml(text)).toThrow("The XML is not well-formed: ");
});

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
