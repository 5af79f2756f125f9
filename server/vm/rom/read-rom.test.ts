import { describe, expect, it } from "vitest";
import { readRom } from "./read-rom";

interface ImageParts {
  codeType: number;
  last: boolean;
  deviceId?: number;
  brokenSum?: boolean;
}

/** An image of one block as a card has it: header, PCI data structure, checksum. */
function image({ codeType, last, deviceId = 0x13c2, brokenSum = false }: ImageParts): Uint8Array {
  const bytes = new Uint8Array(512);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0xaa55, true);
  view.setUint16(0x18, 0x40, true);
  if (codeType === 3) {
    view.setUint32(0x04, 0x0ef1, true);
    view.setUint16(0x0a, 0x8664, true);
  }
  bytes.set(new TextEncoder().encode("PCIR"), 0x40);
  view.setUint16(0x44, 0x10de, true);
  view.setUint16(0x46, deviceId, true);
  view.setUint8(0x4f, 0x03);
  view.setUint16(0x50, 1, true);
  view.setUint8(0x54, codeType);
  view.setUint8(0x55, last ? 0x80 : 0);
  const sum = bytes.reduce((total, value) => total + value, 0);
  bytes[511] = (-sum & 0xff) ^ (brokenSum ? 1 : 0);
  return bytes;
}

function join(...parts: Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

const legacy = image({ codeType: 0, last: false });
const uefi = image({ codeType: 3, last: true });
const card = { vendorId: "10de", deviceId: "13c2" };
const codes = (bytes: Uint8Array) =>
  readRom(bytes, card).problems.map(({ code, weight }) => `${code} ${weight}`);

describe("reading a VBIOS file", () => {
  it("lists the images of a good one and finds nothing wrong", () => {
    const report = readRom(join(legacy, uefi), card);
    expect(report).toMatchObject({ sizeBytes: 1024, hasUefi: true, problems: [] });
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

  it.each<[string, Uint8Array, string[]]>([
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

  it("passes over what NVIDIA puts behind its last image", () => {
    const open = image({ codeType: 3, last: false });
    expect(codes(join(open, new Uint8Array(512).fill(0x56)))).toEqual([]);
  });

  it("says which byte a tool's header ends at", () => {
    expect(readRom(join(new Uint8Array(64), uefi), null).problems[0]?.fix).toContain("first 64 bytes");
  });
});
