import { describe, expect, test } from "vitest";
import { XdrError } from "./xdr-error";
import { XdrReader } from "./xdr-reader";

function reader(hexadecimal: string): XdrReader {
  const bytes = Buffer.from(hexadecimal.replaceAll(" ", ""), "hex");
  return new XdrReader(bytes, 0, bytes.length);
}

describe("XdrReader", () => {
  test("reads numbers at the ends of their ranges", () => {
    expect(reader("80000000").int()).toBe(-2_147_483_648);
    expect(reader("ffffffff").unsignedInt()).toBe(4_294_967_295);
    expect(reader("8000000000000000").hyper()).toBe(-(2n ** 63n));
    expect(reader("ffffffffffffffff").unsignedHyper()).toBe(2n ** 64n - 1n);
    expect(reader("3ff8000000000000").double()).toBe(1.5);
  });

  test("steps over the bytes that fill a word up", () => {
    const text = reader("00000002 c3a90000 00000007");
    expect([text.string(10), text.int()]).toEqual(["é", 7]);
    const bytes = reader("00000001 ff000000 00000007");
    expect([bytes.opaque(10), bytes.int()]).toEqual([Uint8Array.of(255), 7]);
  });

  test("gives bytes that do not hold the message in memory", () => {
    expect(reader("00112233445566778899aabbccddeeff").fixedOpaque(16).buffer.byteLength).toBe(16);
  });

  test("reads only its part of the buffer", () => {
    const part = new XdrReader(Buffer.from("0000000100000002", "hex"), 0, 4);
    expect(part.int()).toBe(1);
    expect(() => part.int()).toThrow(XdrError);
  });

  test.each([
    ["a string over its bound", () => reader("00000005 6161616161000000").string(4)],
    ["a string longer than the message", () => reader("00000005 61616161").string(10)],
    ["a mark that is neither 0 nor 1", () => reader("00000002").present()],
    ["a list over its bound", () => reader("00000002 00000000 00000000").array(1, (item) => item.int())],
    ["a count that cannot be", () => reader("7fffffff 00000000").array(0x7fff_ffff, (item) => item.int())],
    ["what is left over", () => reader("00000000").end()],
  ])("refuses %s", (_, read) => {
    expect(read).toThrow(XdrError);
  });
});
