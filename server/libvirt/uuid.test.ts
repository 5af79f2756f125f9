import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatUuid, parseUuid } from "./uuid";

const text = "4dea22b3-1d52-d8f3-2516-782e98ab3fa0";

describe("UUIDs", () => {
  test("are written as libvirt writes them", () => {
    expect(formatUuid(Buffer.from("4dea22b31d52d8f32516782e98ab3fa0", "hex"))).toBe(text);
  });

  test("are read with and without hyphens, in any case", () => {
    for (const form of [text, text.replaceAll("-", ""), text.toUpperCase()]) {
      expect(formatUuid(parseUuid(form))).toBe(text);
    }
  });

  test("come back from text as they were", () => {
    const bytes = fc.uint8Array({ minLength: 16, maxLength: 16 });
    fc.assert(
      fc.property(bytes, (uuid) => {
        expect(parseUuid(formatUuid(uuid))).toEqual(uuid);
      }),
    );
  });

  test.each(["", "vm1", `${text}0`, text.slice(1), text.replace("4", "g")])("refuses “%s”", (wrong) => {
    expect(() => parseUuid(wrong)).toThrow(RangeError);
  });

  test("refuses another number of bytes", () => {
    expect(() => formatUuid(new Uint8Array(15))).toThrow(RangeError);
  });
});
