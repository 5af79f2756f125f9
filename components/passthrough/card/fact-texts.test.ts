import { expect, test } from "vitest";
import { aDevice } from "@/components/device/hosts.test-data";
import { factTexts } from "./fact-texts";

const texts = (device: ReturnType<typeof aDevice>) =>
  Object.fromEntries(factTexts(device).map(({ name, text }) => [name, text]));

test("tells all that is known of a device", () => {
  const device = aDevice({
    address: "0000:01:00.0",
    class: "030000",
    classLabel: "VGA compatible controller",
    driver: "nvidia",
    modules: ["nouveau", "nvidia"],
    iommuGroup: 1,
    bootVga: true,
    resetMethods: ["flr", "bus"],
    parent: "0000:00:01.0",
    link: { speed: 8, width: 8, maximumSpeed: 16, maximumWidth: 16 },
    numaNode: 0,
    bars: [
      { index: 0, bytes: 2 ** 24, space: "memory", prefetchable: false },
      { index: 5, bytes: 128, space: "port", prefetchable: false },
    ],
    hasRom: true,
    virtualFunctions: { total: 7, enabled: 2 },
    slotLabel: "PCIEX16_1",
    serialNumber: "00-15-5d-ff-fe-01-02-03",
  });
  expect(texts(device)).toEqual({
    Class: "VGA compatible controller",
    Driver: "nvidia",
    Modules: "nouveau, nvidia",
    ID: "8086:1234",
    "IOMMU group": "1",
    Slot: "PCIEX16_1",
    Link: "×8 of ×16, 8 of 16 GT/s",
    "NUMA node": "0",
    "Memory regions (BARs)": "BAR 0: 16 MiB, BAR 5: 128 B, ports",
    "Expansion ROM": "yes",
    "Virtual functions": "2 of 7",
    "Power state": "D0",
    Reset: "flr, bus",
    "Serial number": "00-15-5d-ff-fe-01-02-03",
    "Boot display": "yes",
    "Parent bridge": "0000:00:01.0",
  });
});

test("leaves out what a device has not", () => {
  const names = Object.keys(texts(aDevice({ address: "0000:00:1f.3", class: "0c0500", powerState: null })));
  expect(names).toEqual(["Class", "Driver", "ID", "IOMMU group"]);
});
