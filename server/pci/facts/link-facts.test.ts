import { describe, expect, test } from "vitest";
import { linkFactsOf } from "./link-facts";

describe("linkFactsOf", () => {
  const link = (current: [string, string], most: [string, string]) =>
    linkFactsOf(
      (name) =>
        ({
          current_link_speed: current[0],
          current_link_width: current[1],
          max_link_speed: most[0],
          max_link_width: most[1],
        })[name] ?? null,
    );

  test("reads a card in a slot that is slower than the card", () => {
    expect(link(["8.0 GT/s PCIe\n", "4\n"], ["16.0 GT/s PCIe\n", "16\n"])).toEqual({
      speed: 8,
      width: 4,
      maximumSpeed: 16,
      maximumWidth: 16,
    });
  });

  test("keeps a port without a card: its link is down", () => {
    expect(link(["2.5 GT/s PCIe", "0"], ["8.0 GT/s PCIe", "8"])?.width).toBe(0);
  });

  test.each<[string, [string, string], [string, string]]>([
    ["an unknown speed", ["Unknown", "16"], ["8.0 GT/s PCIe", "16"]],
    ["a device that sleeps", ["Unknown speed", "63"], ["8.0 GT/s PCIe", "16"]],
    ["no link at all", ["", ""], ["", ""]],
    ["a width that is none", ["8.0 GT/s", "255"], ["8.0 GT/s", "255"]],
    ["nonsense", ["1e9 GT/s", "-1"], ["NaN GT/s", "0x10"]],
  ])("tells nothing of %s", (_, current, most) => {
    expect(link(current, most)).toBeNull();
  });
});
