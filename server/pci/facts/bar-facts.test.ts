import { describe, expect, test } from "vitest";
import { barFactsOf } from "./bar-facts";

describe("barFactsOf", () => {
  test("reads a graphics card's registers", () => {
    const lines = [
      "0x00000000a0000000 0x00000000a0ffffff 0x0000000000040200",
      "0x0000004000000000 0x000000400fffffff 0x000000000014220c",
      "0x0000000000000000 0x0000000000000000 0x0000000000000000",
      "0x0000000000000000 0x0000000001ffffff 0x000000000014220c",
      "0x0000000000000000 0x0000000000000000 0x0000000000000000",
      "0x0000000000003000 0x000000000000307f 0x0000000000040101",
      "0x00000000000c0000 0x00000000000dffff 0x0000000000000212",
    ];
    expect(barFactsOf(`${lines.join("\n")}\n`)).toEqual([
      { index: 0, bytes: 16 * 1024 ** 2, space: "memory", prefetchable: false },
      { index: 1, bytes: 256 * 1024 ** 2, space: "memory", prefetchable: true },
      { index: 3, bytes: 32 * 1024 ** 2, space: "memory", prefetchable: true, unassigned: true },
      { index: 5, bytes: 128, space: "port", prefetchable: false },
    ]);
  });

  test("tells a register that has no address, however the kernel marks it", () => {
    const lines = [
      // IORESOURCE_UNSET beside an address that the firmware had chosen and the kernel refused.
      "0x00000000f0000000 0x00000000f0ffffff 0x0000000020040200",
      "0x0000000000000000 0x00000007ffffffff 0x000000002014220c",
      "0x0000000000000000 0x000000000000007f 0x0000000000040101",
      "0x0000000000000000 0x0000000000000000 0x0000000000000000",
      "0x00000000a0000000 0x00000000a0ffffff 0x0000000000040200",
    ];
    expect(barFactsOf(lines.join("\n")).map(({ index, unassigned }) => [index, unassigned])).toEqual([
      [0, true],
      [1, true],
      [2, true],
      [4, undefined],
    ]);
  });

  test("makes nonsense harmless", () => {
    const lines = [
      "0xffffffffffffffff 0x0 0x200",
      "0x0 0xffffffffffffffff 0x200",
      "0 1 2",
      "0x1",
      "",
      "0x0 0xf 0x4000",
    ];
    expect(barFactsOf(lines.join("\n"))).toEqual([]);
    expect(barFactsOf(null)).toEqual([]);
  });
});
