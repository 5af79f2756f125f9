import { describe, expect, test } from "vitest";
import { driverIn } from "./libvirt-binder";

const device = (driver: string) => `<device>
  <name>pci_0000_01_00_0</name>
  <parent>pci_0000_00_01_0</parent>
  ${driver}
  <capability type='pci'><product id='0x2204'>GA102</product></capability>
</device>`;

describe("driverIn", () => {
  test("finds the driver, and not the device's own name", () => {
    expect(driverIn(device("<driver>\n    <name>vfio-pci</name>\n  </driver>"))).toBe("vfio-pci");
  });

  test("knows a device without one", () => {
    expect(driverIn(device(""))).toBeNull();
  });
});
