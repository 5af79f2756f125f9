import { expect, test } from "vitest";
import { parseXml } from "../xml/xml";
import { inUnit, parseMemorySize, sizeOf } from "./memory-size";

/** libvirt's own list (https://libvirt.org/formatdomain.html#memory-allocation), with the powers of virScaleInteger. */
const units: [string, bigint][] = [
  ["b", 1n],
  ["bytes", 1n],
  ...["k", "M", "G", "T", "P", "E"].flatMap((letter, index): [string, bigint][] => [
    [letter, 1024n ** BigInt(index + 1)],
    [`${letter}iB`, 1024n ** BigInt(index + 1)],
    [`${letter}B`, 1000n ** BigInt(index + 1)],
  ]),
];
const cases = units.flatMap(([unit, bytes]) =>
  [unit, unit.toLowerCase(), unit.toUpperCase()].map((written): [string, bigint] => [written, bytes]),
);
const memory = (unit: string) => parseXml(`<memory unit='${unit}'>3</memory>`).documentElement;

test.each(cases)("%s is %d bytes, to an element and to a person, whatever its case", (unit, bytes) => {
  expect([sizeOf(memory(unit)), parseMemorySize(`3 ${unit}`)]).toEqual([3n * bytes, 3n * bytes]);
  expect(inUnit(3n * bytes, unit)).toEqual({ value: "3", unit });
});

test("a number without a unit is KiB of memory, and bytes of a volume", () => {
  const bare = parseXml("<memory>3</memory>").documentElement;
  expect([sizeOf(bare), sizeOf(bare, "3", "bytes")]).toEqual([3072n, 3n]);
});

test.each(["", "x", "-1", "1.5", "1 XiB"])("“%s” is no size", (text) => {
  expect(sizeOf(parseXml(`<memory>${text}</memory>`).documentElement)).toBeNull();
  expect(() => parseMemorySize(text)).toThrow();
});
