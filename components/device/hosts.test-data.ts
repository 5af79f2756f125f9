import type { HardwareReport, JudgedDevice, JudgedReport } from "@/server/pci/schema";
import type { VerdictStatus } from "@/server/pci/verdict.schema";

/** What a made-up device is made of; the rest is filled in. */
export interface DeviceSketch extends Partial<Omit<JudgedDevice, "verdict">> {
  address: string;
  class: string;
  status?: VerdictStatus;
  reasons?: JudgedDevice["verdict"]["reasons"];
}

/** A device for tests and for looking at pages. */
export function aDevice({ status = "bindable", reasons = [], ...part }: DeviceSketch): JudgedDevice {
  return {
    classLabel: "Device",
    vendorId: "8086",
    deviceId: "1234",
    subsystem: null,
    vendor: "Intel Corporation",
    product: "Device 1234",
    subsystemVendor: null,
    subsystemProduct: null,
    driver: null,
    iommuGroup: null,
    bootVga: null,
    resetMethods: [],
    companions: [],
    parent: null,
    physicalFunction: null,
    modules: [],
    link: null,
    numaNode: null,
    bars: [],
    hasRom: false,
    virtualFunctions: null,
    powerState: "D0",
    silent: false,
    slotLabel: null,
    serialNumber: null,
    usedBy: [],
    notLookedAt: [],
    verdict: { status, reasons },
    needs: { guestGets: [part.address], mustBeBound: [], leftAlone: [] },
    ...part,
  };
}

/** A port. */
export function aPort(address: string, group: number, part: Partial<DeviceSketch> = {}): JudgedDevice {
  return aDevice({
    address,
    class: "060400",
    classLabel: "PCI bridge",
    product: "PCI Express Root Port",
    driver: "pcieport",
    iommuGroup: group,
    status: "blocked",
    ...part,
  });
}

/** A graphics card with its sound. */
export function aGraphicsCard(slot: string, group: number, part: Partial<DeviceSketch> = {}): JudgedDevice[] {
  const [display, sound] = [`${slot}.0`, `${slot}.1`];
  const shared = {
    vendorId: "10de",
    vendor: "NVIDIA Corporation",
    subsystemVendor: "ASUSTeK Computer Inc.",
    iommuGroup: group,
    needs: { guestGets: [display, sound], mustBeBound: [], leftAlone: [] },
    link: { speed: 16, width: 16, maximumSpeed: 16, maximumWidth: 16 },
    ...part,
  };
  return [
    aDevice({
      class: "030000",
      classLabel: "VGA compatible controller",
      deviceId: "2204",
      product: "GA102 [GeForce RTX 3090]",
      driver: "nvidia",
      bootVga: false,
      resetMethods: ["bus"],
      hasRom: true,
      bars: [{ index: 1, bytes: 2 ** 28, space: "memory", prefetchable: true }],
      ...shared,
      address: display,
      companions: [sound],
    }),
    aDevice({
      ...shared,
      class: "040300",
      classLabel: "Audio device",
      deviceId: "1aef",
      product: "GA102 High Definition Audio Controller",
      driver: part.driver === "vfio-pci" ? "vfio-pci" : "snd_hda_intel",
      address: sound,
      companions: [display],
    }),
  ];
}

/** A report of a host with these devices; the groups follow from them. */
export function aHostWith(devices: JudgedDevice[]): JudgedReport {
  const ids = [...new Set(devices.flatMap(({ iommuGroup }) => iommuGroup ?? []))].sort((a, b) => a - b);
  return {
    host: {
      cpu: "AMD EPYC 7543 32-Core Processor",
      cpuVendor: "amd",
      cpuThreads: 128,
      kernel: "6.1.0-31-amd64",
      distribution: "Debian GNU/Linux 12 (bookworm)",
      bootLoader: "grub",
      initramfs: "initramfs-tools",
      memoryBytes: 512 * 1024 ** 3,
      machine: "Supermicro H12DSG-O-CPU",
    },
    iommu: { enabled: true, kind: "amd", offeredByFirmware: true, parameters: [] },
    checks: [],
    network: { interfaces: [], routes: [] },
    groups: ids.map((id) => ({
      id,
      devices: devices.filter(({ iommuGroup }) => iommuGroup === id).map(({ address }) => address),
      isolated: true,
    })),
    devices,
    carried: [],
    unreadable: [],
  };
}

/** A report whose devices can all be reserved for VMs, each by itself. */
export function judgedPlainly(report: HardwareReport): JudgedReport {
  const devices = report.devices.map((device) => ({
    ...device,
    verdict: { status: "bindable" as const, reasons: [] },
    needs: { guestGets: [device.address, ...device.companions].sort(), mustBeBound: [], leftAlone: [] },
  }));
  return { ...report, devices };
}
