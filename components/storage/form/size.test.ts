import fc from "fast-check";
import { expect, test } from "vitest";
import { parseSize, writeSize } from "./size";

const gibibyte = 1024 ** 3;

test.each([
  ["20", 20 * gibibyte],
  ["20 GiB", 20 * gibibyte],
  [" 1.5 t ", 1.5 * 1024 ** 4],
  ["1,5G", 1.5 * gibibyte],
  ["512M", 512 * 1024 ** 2],
  ["10gb", 10 * gibibyte],
  ["1 B", 1],
])("%s is read", (text, bytes) => {
  expect(parseSize(text)).toBe(bytes);
});

test.each(["", "G", "-1", "0", "0.1 B", "1 GiB 2", "1e9", "9999999 PiB", "20 GiBs", "0x10"])(
  "%s is no size",
  (text) => {
    expect(parseSize(text)).toBeNull();
  },
);

test("what is written is read back to the same bytes", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }), (bytes) => {
      expect(parseSize(writeSize(bytes))).toBe(bytes);
    }),
  );
  expect(writeSize(20 * gibibyte)).toBe("20 GiB");
});
