import { describe, expect, test } from "vitest";
import { usbPortAlias } from "../../domain/usb-ports";
import type { CarriedUsb } from "../../pci/carried.schema";
import { pluggedXml, portActs } from "./port-acts";

const usb = (port: string, device: number, uses: CarriedUsb["uses"] = []): CarriedUsb => ({
  bus: "usb",
  port,
  place: { bus: 1, device },
  ids: { vendorId: "046d", productId: "c52b" },
  label: "Receiver",
  uses,
  carriers: [],
});
const live = (...devices: string[]) =>
  `<domain type='kvm' id='1'><devices>${devices.join("")}</devices></domain>`;
const plugged = (port: string, device: number) => pluggedXml({ port, device: usb(port, device) });
const byName =
  "<hostdev mode='subsystem' type='usb'><source><vendor id='0x046d'/><product id='0xc52b'/><address bus='1' device='7'/></source><alias name='hostdev0'/></hostdev>";
const words = (ports: string[], carried: CarriedUsb[], xml: string) => {
  const { unplug, plug, left } = portActs(ports, carried, xml);
  return [
    ...unplug.map(({ alias }) => `out ${alias}`),
    ...plug.map(({ port, device }) => `in ${port} ${device.place.device}`),
    ...left.map(({ why }) => why),
  ];
};

describe("a running machine with ports", () => {
  test("gets what is plugged in, once", () => {
    expect(words(["1-4.2"], [usb("1-4.2", 7), usb("1-3", 5)], live())).toEqual(["in 1-4.2 7"]);
    expect(words(["1-4.2"], [usb("1-4.2", 7)], live(plugged("1-4.2", 7)))).toEqual([]);
    expect(words(["1-4.2"], [], live())).toEqual([]);
  });

  test("gets what is plugged in again in place of what was", () => {
    expect(words(["1-4.2"], [usb("1-4.2", 9)], live(plugged("1-4.2", 7)))).toEqual([
      `out ${usbPortAlias("1-4.2")}`,
      "in 1-4.2 9",
    ]);
  });

  test("loses what was pulled, and what is of a port that it has no longer", () => {
    expect(words(["1-4.2"], [], live(plugged("1-4.2", 7)))).toEqual([`out ${usbPortAlias("1-4.2")}`]);
    expect(words([], [usb("1-4.2", 7)], live(plugged("1-4.2", 7)))).toEqual([`out ${usbPortAlias("1-4.2")}`]);
  });

  test("is left alone with what it has by its definition", () => {
    expect(words(["1-4.2"], [usb("1-4.2", 7)], live(byName))).toEqual([]);
    expect(words([], [usb("1-4.2", 7)], live(byName))).toEqual([]);
  });

  test("does not get what the host needs", () => {
    const mounted = usb("1-4.2", 7, [{ kind: "file-system", detail: "/mnt on sdb1" }]);
    expect(words(["1-4.2"], [mounted], live())).toEqual([
      "The host uses Receiver (046d:c52b, port 1-4.2): /mnt on sdb1.",
    ]);
  });
});
