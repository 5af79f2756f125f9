import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cutRom } from "./cut-rom";
import { readRom } from "./read-rom";
import { joinedImages as join, romImage } from "./rom-image.test-data";
import { romWords } from "./rom-words.schema";

const rom = join(romImage({ codeType: 0, last: false }), romImage({ codeType: 3, last: true }));
const container = join(new TextEncoder().encode("NVGI"), new Uint8Array(1020));
const card = { vendorId: "10de", deviceId: "13c2" };

describe("cutting a ROM's header", () => {
  test("finds the ROM behind NVIDIA's container, and behind another tool's header", () => {
    const cut = cutRom(join(container, rom));
    expect([cut.headerBytes, cut.header]).toEqual([1024, "NVIDIA’s NVGI container"]);
    expect(readRom(cut.rom, card).problems).toEqual([]);
    expect(cutRom(join(new Uint8Array(64), rom)).header).toBe("a header of the tool that read it");
  });

  test("leaves alone what begins with its ROM, or has none", () => {
    expect(cutRom(rom)).toEqual({ rom, headerBytes: 0, header: null });
    const text = new TextEncoder().encode("NVGI and nothing else");
    expect(cutRom(text)).toEqual({ rom: text, headerBytes: 0, header: null });
  });
});

/** Bytes of which some look like a ROM's in part: whole ones, cut ones, headers, and some bytes turned. */
const part = fc.oneof(
  fc.uint8Array({ maxLength: 80 }),
  fc.constant(container),
  fc
    .record({ codeType: fc.nat(255), last: fc.boolean(), brokenSum: fc.boolean(), deviceId: fc.nat(0xffff) })
    .map(romImage),
);
const files = fc
  .tuple(
    fc.array(part, { maxLength: 5 }),
    fc.nat(600),
    fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 8 }),
  )
  .map(([parts, less, turned]) => {
    const bytes = join(...parts);
    for (const [at, value] of turned) if (bytes.length > 0) bytes[at % bytes.length] = value;
    return bytes.subarray(0, Math.max(0, bytes.length - less));
  });

test("whatever the file, it is read without an error, and cut once for all", () => {
  fc.assert(
    fc.property(files, (bytes) => {
      const cut = cutRom(bytes);
      expect(cutRom(cut.rom)).toEqual({ rom: cut.rom, headerBytes: 0, header: null });
      expect(cut.headerBytes + cut.rom.length).toBe(bytes.length);
      const report = readRom(cut.rom, card);
      expect(report.problems.map(({ code }) => code)).not.toContain("vendor-header");
      expect(romWords(report).length === 0).toBe(report.images.length === 0);
      readRom(bytes, null);
    }),
  );
});
