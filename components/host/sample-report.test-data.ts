import type { HardwareReport, PciDevice } from "@/server/pci/schema";

/** A report of a host with these devices, for tests. */
export function aReport(devices: PciDevice[], part: Partial<HardwareReport> = {}): HardwareReport {
  return {
    host: {
      cpu: "Intel(R) Core(TM) i7-4790K CPU @ 4.00GHz",
      cpuVendor: "intel",
      cpuThreads: 8,
      kernel: "6.1.0-31-amd64",
      distribution: "Debian GNU/Linux 12 (bookworm)",
      bootLoader: "grub",
      initramfs: "initramfs-tools",
      memoryBytes: 32 * 1024 ** 3,
      machine: null,
    },
    iommu: { enabled: true, kind: "intel", offeredByFirmware: true, parameters: [] },
    checks: [],
    network: { interfaces: [], routes: [] },
    groups: [],
    devices,
    carried: [],
    unreadable: [],
    ...part,
  };
}
