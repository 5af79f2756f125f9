import { describe, expect, test } from "vitest";
import { readRom } from "./read-rom";
import { romImage as image, joinedImages as join } from "./rom-image.test-data";

const legacy = image({ codeType: 0, last: false });
const uefi = image({ codeType: 3, last: true });
const card = { vendorId: "10de", deviceId: "13c2" };
const codes = (bytes: Uint8Array) =>
  readRom(bytes, card).problems.map(({ code, weight }) => `${code} ${weight}`);

describe("reading a VBIOS file", () => {
  test("lists the images of a good one and finds nothing wrong", () => {
    const report = readRom(join(legacy, uefi), card);
    expect(report).toMatchObject({ sizeBytes: 1024, hasUefi: true, fitsCard: true, problems: [] });
    expect(report.images).toEqual([
      {
        offset: 0,
        bytes: 512,
        vendorId: "10de",
        deviceIds: ["13c2"],
        class: "030000",
        kind: "legacy",
        processor: null,
        checksum: "right",
      },
      {
        offset: 512,
        bytes: 512,
        vendorId: "10de",
        deviceIds: ["13c2"],
        class: "030000",
        kind: "uefi",
        processor: "x86_64",
        checksum: "none",
      },
    ]);
  });

  test.each<[string, Uint8Array, string[]]>([
    ["a BIOS image alone", image({ codeType: 0, last: true }), ["no-uefi warn"]],
    [
      "a wrong checksum",
      join(image({ codeType: 0, last: false, brokenSum: true }), uefi),
      ["bad-checksum warn"],
    ],
    ["a ROM of another card", image({ codeType: 3, last: true, deviceId: 0x1b80 }), ["other-device warn"]],
    ["a file that was cut", join(legacy, uefi.subarray(0, 300)), ["cut-short warn", "no-uefi warn"]],
    ["a tool's header", join(new Uint8Array(64), uefi), ["vendor-header fail"]],
    ["no ROM", new TextEncoder().encode("hello"), ["no-rom fail"]],
    ["an empty file", new Uint8Array(0), ["no-rom fail"]],
  ])("tells %s", (_what, bytes, expected) => {
    expect(codes(bytes)).toEqual(expected);
  });

  test("passes over what NVIDIA puts behind its last image", () => {
    const open = image({ codeType: 3, last: false });
    expect(codes(join(open, new Uint8Array(512).fill(0x56)))).toEqual([]);
  });

  test("says which byte a tool's header ends at", () => {
    expect(readRom(join(new Uint8Array(64), uefi), null).problems[0]?.fix).toContain("first 64 bytes");
  });
});
