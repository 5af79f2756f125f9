import { expect, test } from "vitest";
import { countOf, formatAgo, formatBytes, formatPercent, formatRate, formatTime } from "./format";

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
  [5000 * 1024 ** 5, "5000 PiB"],
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

test.each([
  [0, "just now"],
  [42_000, "42 s ago"],
  [180_000, "3 min ago"],
  [7_300_000, "2 h ago"],
  [5 * 86_400_000, "5 d ago"],
  [-9_000, "just now"],
])("%d ms ago reads as %s", (elapsed, text) => {
  expect(formatAgo(1_000_000_000_000 - elapsed, 1_000_000_000_000)).toBe(text);
});

test("a time of another day names the day", () => {
  const noon = new Date(2026, 10, 21, 12, 0, 0).getTime();
  expect(formatTime(noon, noon + 60_000)).toBe("12:00:00");
  expect(formatTime(noon, noon + 86_400_000)).toContain("21 Nov");
});

test("counts agree with their noun", () => {
  expect(countOf(1, "VM")).toBe("1 VM");
  expect(countOf(0, "VM")).toBe("0 VMs");
  expect(countOf(1234, "address", "addresses")).toBe("1,234 addresses");
});
