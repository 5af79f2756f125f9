import type { PciDevice } from "@/server/pci/schema";

/** A GPU for tests, changed where `part` says so. */
export function aGpu(part: Partial<PciDevice> = {}): PciDevice {
  return {
    address: "0000:01:00.0",
    class: "030000",
    classLabel: "VGA compatible controller",
    vendorId: "10de",
    deviceId: "1b80",
    subsystem: null,
    vendor: "NVIDIA Corporation",
    product: "GP104 [GeForce GTX 1080]",
    subsystemVendor: null,
    subsystemProduct: null,
    driver: "vfio-pci",
    iommuGroup: 1,
    bootVga: false,
    resetMethods: ["bus"],
    companions: ["0000:01:00.1"],
    parent: null,
    physicalFunction: null,
    modules: ["nouveau"],
    link: { speed: 8, width: 16, maximumSpeed: 8, maximumWidth: 16 },
    numaNode: null,
    bars: [],
    hasRom: true,
    virtualFunctions: null,
    powerState: "D0",
    silent: false,
    slotLabel: null,
    serialNumber: null,
    usedBy: [],
    notLookedAt: [],
    ...part,
  };
}
