import { describe, expect, test } from "vitest";
import type { CarriedDevice, CarriedUsb } from "./carried.schema";
import type { DeviceUse } from "./facts.schema";
import { usbAdvice } from "./usb-advice";

const ids = { vendorId: "046d", productId: "c52b" };
const usb = (port: string, uses: DeviceUse[] = [], device = 4): CarriedUsb => ({
  bus: "usb",
  port,
  place: { bus: 1, device },
  ids,
  label: "Receiver",
  uses,
  carriers: [],
});
const told = (source: { byPort: string } | { byIds: true }, carried: CarriedDevice[]) =>
  usbAdvice(
    "byPort" in source
      ? { bus: "usb", ids: null, place: null, port: source.byPort }
      : { bus: "usb", ids, place: null },
    carried,
  ).map(({ weight, message }) => `${weight} ${message}`);

describe("what is said before a VM gets a USB device", () => {
  test("nothing of one that the host does nothing with, nor of an empty port", () => {
    expect(told({ byIds: true }, [usb("1-3")])).toEqual([]);
    expect(told({ byPort: "1-4" }, [usb("1-3", [{ kind: "swap", detail: "swap on sdb1" }])])).toEqual([]);
  });

  test.each<[DeviceUse]>([
    [{ kind: "file-system", detail: "/mnt on sdb1" }],
    [{ kind: "default-route", detail: "the default route goes out at usb0" }],
    [{ kind: "bridge", detail: "eth1 is a port of the bridge br0" }],
  ])("that the host needs it for: %o", (use) => {
    expect(told({ byPort: "1-3" }, [usb("1-3", [use])])).toEqual([
      `fail The host uses Receiver (046d:c52b, port 1-3): ${use.detail}.`,
    ]);
  });

  test("that it is the host's keyboard", () => {
    const use = { kind: "input", detail: "keyboard “Receiver” on USB port 1-3" } as const;
    expect(told({ byIds: true }, [usb("1-3", [use])])).toEqual([expect.stringMatching(/^warn .*host’s own/)]);
  });

  test("that two are alike, where it is chosen by what it is", () => {
    const twins = [usb("1-3"), usb("2-1.4", [], 5)];
    expect(told({ byIds: true }, twins)).toEqual([expect.stringContaining("in the ports 1-3 and 2-1.4")]);
    expect(told({ byPort: "2-1.4" }, twins)).toEqual([]);
  });
});
