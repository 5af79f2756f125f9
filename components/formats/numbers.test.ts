import { expect, test } from "vitest";
import { unchosenFormats } from "@/server/access/formats/formats.schema";
import { resolveFormats } from "@/server/access/formats/resolve-formats.schema";
import { formatList } from "./lists";
import { countOf, formatBytes, formatNumber, formatPercent, formatRate } from "./numbers";
import { written } from "./written.test-data";

test.each([
  [0, "0 B"],
  [999, "999 B"],
  [1000, "0.98 KiB"],
  [1024, "1 KiB"],
  [1536, "1.5 KiB"],
  [512 * 1024 ** 2, "512 MiB"],
  [1023 * 1024 ** 2, "1 GiB"],
  [16 * 1024 ** 3, "16 GiB"],
  [15.55 * 1024 ** 3, "15.6 GiB"],
  [3 * 1024 ** 4, "3 TiB"],
  [5000 * 1024 ** 5, "5,000 PiB"],
])("%d bytes read as %s", (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text);
});

test("a rate is never negative, as a counter that went back would make it", () => {
  expect(formatRate(-5)).toBe("0 B/s");
  expect(formatRate(1_572_864.4)).toBe("1.5 MiB/s");
});

test.each([
  [0, "0 %"],
  [0.0004, "0 %"],
  [0.004, "0.4 %"],
  [0.02, "2 %"],
  [0.0996, "10 %"],
  [0.425, "43 %"],
  [1, "100 %"],
  [-0.1, "0 %"],
])("a share of %d reads as %s", (share, text) => {
  expect(formatPercent(share)).toBe(text);
});

test("counts agree with their noun", () => {
  expect(countOf(1, "VM")).toBe("1 VM");
  expect(countOf(0, "VM")).toBe("0 VMs");
  expect(countOf(1234, "address", "addresses")).toBe("1,234 addresses");
});

test.each([
  ["en-US", "1,234,567.89", "1.5 GiB", "0.4 %"],
  ["de-DE", "1.234.567,89", "1,5 GiB", "0,4 %"],
  ["fr-FR", "1 234 567,89", "1,5 GiB", "0,4 %"],
  ["en-IN", "12,34,567.89", "1.5 GiB", "0.4 %"],
  // Whose own digits are others.
  ["ar-EG", "1,234,567.89", "1.5 GiB", "0.4 %"],
])("in %s marks are the region's, digits and words are not", (region, number, size, percent) => {
  written(resolveFormats(unchosenFormats, region), () => {
    expect(formatNumber(1_234_567.891, 2).replace(/\s/g, " ")).toBe(number);
    expect(formatBytes(1.5 * 1024 ** 3)).toBe(size);
    expect(formatPercent(0.004)).toBe(percent);
  });
});

test("marks are those that the server knows, whichever the browser does", () => {
  written({ locale: "de-CH", group: "’" }, () => expect(formatNumber(1234)).toBe("1’234"));
});

test("a list is of words, and words are English", () => {
  written({ locale: "de-DE" }, () => expect(formatList(["br0", "br1", "br2"])).toBe("br0, br1 and br2"));
});
