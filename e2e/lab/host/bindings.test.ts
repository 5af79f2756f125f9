import { expect, test } from "vitest";
import { parseBindings } from "./bindings";

test("reads what the host prints of its devices", () => {
  const printed = [
    "0000:00:00.0 device",
    "0000:01:00.0 device",
    "0000:00:00.0/ iommu_group ../../../kernel/iommu_groups/0",
    "0000:01:00.0/ driver ../../../../bus/pci/drivers/vfio-pci",
    "0000:01:00.0/ iommu_group ../../../../kernel/iommu_groups/17",
    "0000:00:00.0 override (null)",
    "0000:01:00.0 override vfio-pci",
  ];
  expect(parseBindings(printed.join("\n"))).toEqual({
    "0000:00:00.0": { driver: null, driverOverride: null, group: 0 },
    "0000:01:00.0": { driver: "vfio-pci", driverOverride: "vfio-pci", group: 17 },
  });
});
