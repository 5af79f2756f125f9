import { describe, expect, test } from "vitest";
import { configuration } from "./configuration.test-data";
import { serialNumberOf } from "./serial-number";
import { isSilent } from "./silence";

describe("serialNumberOf", () => {
  test("follows the capabilities to it", () => {
    const bytes = configuration({ 256: [0x0001, 0x140], 320: [0x0003, 0] });
    bytes.set([0x03, 0x02, 0x01, 0xfe, 0xff, 0x5d, 0x15, 0x00], 0x144);
    expect(serialNumberOf(bytes)).toBe("00-15-5d-ff-fe-01-02-03");
  });

  test.each([
    ["64 bytes, which is what anybody may read", configuration({}, 64)],
    ["no capabilities", configuration({})],
    ["a chain that runs in a circle", configuration({ 256: [0x0001, 0x140], 320: [0x0002, 0x100] })],
    ["a chain that leads out of the space", configuration({ 256: [0x0001, 0xffc], 4092: [0x0003, 0] })],
    ["a chain that leads back into the header", configuration({ 256: [0x0001, 0x40] })],
    ["a number of zeros", configuration({ 256: [0x0003, 0] })],
    ["a device that is gone", new Uint8Array(4096).fill(0xff)],
    ["nothing", null],
  ])("finds none in %s", (_, bytes) => {
    expect(serialNumberOf(bytes)).toBeNull();
  });
});

describe("isSilent", () => {
  const virtualFunction = new Uint8Array(64);
  virtualFunction.fill(0xff, 0, 4);

  test.each<[string, Uint8Array | null, boolean]>([
    ["a device", configuration({}), false],
    ["what is gone", new Uint8Array(4096).fill(0xff), true],
    ["what is gone, to anybody but root", new Uint8Array(64).fill(0xff), true],
    ["a virtual function, whose IDs are all ones", virtualFunction, false],
    ["what was cut short", new Uint8Array(4).fill(0xff), false],
    ["what was not read", null, false],
  ])("of %s", (_, bytes, expected) => {
    expect(isSilent(bytes)).toBe(expected);
  });
});
