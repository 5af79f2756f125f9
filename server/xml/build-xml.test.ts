import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildXml } from "./build-xml";
import { parseXml } from "./xml";

describe("buildXml", () => {
  test("writes attributes, text and children", () => {
    const plan = { name: "disk", attributes: { type: "file" }, children: [{ name: "serial", text: "a" }] };
    expect(buildXml(plan)).toBe('<disk type="file"><serial>a</serial></disk>');
  });

  test.each(["\uFFFD", "a\uFFFDb\u202E\uFEFF", "]]>", "&amp;#1;", "\u007F\u0085\u2028", "\tline\r\nend\n"])(
    "writes %j so that a parser reads the same",
    (odd) => {
      const root = parseXml(buildXml({ name: "a", attributes: { b: odd }, text: odd })).documentElement;
      expect([root?.getAttribute("b"), root?.textContent]).toEqual([odd, odd]);
    },
  );

  test("writes any text so that a parser reads the same", () => {
    const printable = fc.string({ unit: "grapheme" }).filter((text) => !/[\p{C}\uFFFE\uFFFF]/u.test(text));
    fc.assert(
      fc.property(printable, printable, (value, text) => {
        const root = parseXml(buildXml({ name: "a", attributes: { b: value }, text })).documentElement;
        expect([root?.getAttribute("b"), root?.textContent]).toEqual([value, text]);
      }),
    );
  });
});
