import type { JudgedReport } from "@/server/pci/schema";
import { aDevice, aGraphicsCard, aHostWith, aPort } from "./hosts.test-data";

/** A desktop with two GPUs, one of them the boot display, and a chipset whose ports share a group. */
export function desktop(): JudgedReport {
  return aHostWith([
    aDevice({
      address: "0000:00:00.0",
      class: "060000",
      product: "Host Bridge",
      iommuGroup: 0,
      status: "blocked",
    }),
    aPort("0000:00:01.0", 1),
    aPort("0000:00:01.1", 2),
    aPort("0000:00:1c.0", 3),
    aPort("0000:00:1c.4", 3),
    aDevice({ address: "0000:00:1f.0", class: "060100", product: "LPC Controller", iommuGroup: 4 }),
    aDevice({
      address: "0000:00:1f.2",
      class: "010601",
      classLabel: "SATA controller",
      product: "SATA Controller [AHCI mode]",
      iommuGroup: 4,
      driver: "ahci",
      companions: ["0000:00:1f.0"],
      status: "blocked",
      reasons: [
        {
          code: "host-storage",
          weight: "block",
          message: "0000:00:1f.2 (SATA) holds the root file system: / on sda2.",
          fix: "Move the root file system to another drive.",
          devices: ["0000:00:1f.2"],
        },
      ],
    }),
    ...aGraphicsCard("0000:01:00", 1, { parent: "0000:00:01.0", driver: "vfio-pci", status: "ready" }),
    ...aGraphicsCard("0000:02:00", 5, { parent: "0000:00:01.1", bootVga: true, status: "risky" }),
    aDevice({
      address: "0000:03:00.0",
      class: "010802",
      classLabel: "Non-Volatile memory controller",
      product: "NVMe SSD Controller SM981",
      parent: "0000:00:1c.0",
      iommuGroup: 3,
      driver: "nvme",
    }),
    aDevice({
      address: "0000:04:00.0",
      class: "0c0330",
      classLabel: "USB controller",
      product: "ASM1042A USB 3.0 Host Controller",
      parent: "0000:00:1c.4",
      iommuGroup: 3,
      driver: "xhci_hcd",
    }),
  ]);
}
