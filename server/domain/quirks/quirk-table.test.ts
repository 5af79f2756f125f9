import { describe, expect, test } from "vitest";
import { batteryTable } from "./battery-table";
import { quirkIds } from "./quirk-ids.schema";
import { type QuirkContext, quirkTable, suggestQuirks } from "./quirk-table.schema";

const gpu = (vendorId: string, address = "0000:01:00.0") => ({
  address,
  class: "030000",
  vendorId,
  deviceId: "1234",
});
const q35: QuirkContext = { laptop: false, machine: "pc-q35-8.2", firmware: "uefi" };
const i440fx: QuirkContext = { laptop: false, machine: "pc-i440fx-8.2", firmware: "bios" };
const ids = (vendorId: string, context: QuirkContext, address?: string) =>
  suggestQuirks([gpu(vendorId, address)], context).map(({ id }) => id);

describe("the table of quirks", () => {
  test("has each once", () => {
    expect(quirkTable.map(({ id }) => id)).toEqual([...quirkIds]);
  });

  test.each<[string, string[], string[]]>([
    ["NVIDIA", ids("10de", q35), ["nvidia-error-43", "no-hot-plug"]],
    [
      "NVIDIA in a laptop",
      ids("10de", { ...q35, laptop: true }),
      ["nvidia-error-43", "mobile-gpu-battery", "no-hot-plug"],
    ],
    ["Radeon", ids("1002", i440fx), ["amd-reset"]],
    [
      "Intel's IGD with UEFI",
      ids("8086", q35, "0000:00:02.0"),
      ["intel-igd-opregion", "intel-igd-memory", "no-hot-plug"],
    ],
    [
      "Intel's IGD with a BIOS",
      ids("8086", i440fx, "0000:00:02.0"),
      ["intel-igd-opregion", "intel-igd-legacy"],
    ],
    ["Intel's discrete cards", ids("8086", i440fx, "0000:03:00.0"), []],
  ])("suggests what a card calls for: %s", (_what, suggested, expected) => {
    expect(suggested).toEqual(expected);
  });

  test("suggests nothing for what is no display", () => {
    expect(suggestQuirks([{ ...gpu("10de"), class: "010802" }], { ...q35, laptop: true })).toEqual([]);
  });
});

describe("the battery's table", () => {
  const table = batteryTable();
  const view = new DataView(table.buffer);

  test("has a header that is true: its name, its length, its checksum", () => {
    expect(new TextDecoder().decode(table.subarray(0, 4))).toBe("SSDT");
    expect(view.getUint32(4, true)).toBe(table.length);
    expect(table.reduce((sum, value) => sum + value, 0) & 0xff).toBe(0);
  });

  test("has lengths that end where the table does", () => {
    const packageEnd = (at: number) => at + (view.getUint8(at) & 0x0f) + (view.getUint8(at + 1) << 4);
    expect(view.getUint8(36)).toBe(0x10);
    expect(packageEnd(37)).toBe(table.length);
    expect([view.getUint8(44), view.getUint8(45)]).toEqual([0x5b, 0x82]);
    expect(packageEnd(46)).toBe(table.length);
  });
});
