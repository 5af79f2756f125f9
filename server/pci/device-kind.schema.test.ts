import { describe, expect, test } from "vitest";
import { compareAddresses, isPciAddress, slotOf } from "../units/pci-address.schema";
import { deviceKind, isBridge, isGpu } from "./device-kind.schema";

describe("deviceKind", () => {
  test.each([
    ["010601", "storage"],
    ["010802", "storage"],
    ["020000", "network"],
    ["028000", "network"],
    ["0d1100", "network"],
    ["030000", "gpu"],
    ["030200", "gpu"],
    ["038000", "gpu"],
    ["040100", "audio"],
    ["040300", "audio"],
    ["040000", "other"],
    ["060000", "bridge"],
    ["060100", "bridge"],
    ["060400", "bridge"],
    ["068000", "other"],
    ["0c0330", "usb"],
    ["0c0500", "other"],
    ["ff0000", "other"],
  ])("%s is %s", (code, kind) => {
    expect(deviceKind(code)).toBe(kind);
  });

  test("tells graphics and bridges", () => {
    expect([isGpu({ class: "030200" }), isGpu({ class: "040300" })]).toEqual([true, false]);
    expect([isBridge({ class: "060400" }), isBridge({ class: "030000" })]).toEqual([true, false]);
  });
});

describe("addresses", () => {
  test.each([
    ["0000:01:00.0", true],
    ["10000:e1:1f.7", true],
    ["0000:01:20.0", false],
    ["0000:01:00.8", false],
    ["0000:01:00", false],
    ["0000:01:00.0/..", false],
    ["0000:0A:00.0", false],
  ])("%s: %s", (text, isAddress) => {
    expect(isPciAddress(text)).toBe(isAddress);
  });

  test("have a slot and an order", () => {
    expect(slotOf("0000:01:00.1")).toBe("0000:01:00");
    expect(compareAddresses("0000:0a:00.0", "0000:09:00.0")).toBeGreaterThan(0);
    expect(compareAddresses("0002:00:00.0", "10000:00:00.0")).toBeLessThan(0);
    expect(compareAddresses("0000:00:00.0", "0000:00:00.0")).toBe(0);
  });
});
