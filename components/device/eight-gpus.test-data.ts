import type { JudgedDevice, JudgedReport } from "@/server/pci/schema";
import { aDevice, aGraphicsCard, aHostWith, aPort } from "./hosts.test-data";

const complexes = 4;
const systemDevicesEach = 36;

/**
 * A server with eight GPUs: four root complexes, in each a switch with two GPUs, a network card and an NVMe drive, and
 * the processor's own devices. Every device that can be isolated is, which makes 200 groups.
 */
export function eightGpuServer(): JudgedReport {
  let group = 0;
  const next = () => group++;
  return aHostWith(Array.from({ length: complexes }, (_, index) => complexOf(index, next)).flat());
}

function complexOf(index: number, next: () => number): JudgedDevice[] {
  const root = index * 0x40;
  const at = (bus: number, slot: number, part = 0) => `0000:${hex(root + bus)}:${hex(slot)}.${part}`;
  const numaNode = Math.floor(index / 2);
  const port = (address: string, parent: string | null, product: string) =>
    aPort(address, next(), { parent, product, numaNode, vendor: "Advanced Micro Devices, Inc. [AMD]" });
  const behind = (slot: number, device: (parent: string) => JudgedDevice[]) => [
    port(at(2, slot), at(1, 0), "PCIe Switch Downstream Port"),
    ...device(at(2, slot)).map((one) => ({ ...one, numaNode })),
  ];
  const gpu = (bus: number) => (parent: string) =>
    aGraphicsCard(`0000:${hex(root + bus)}:00`, next(), { parent });
  return [
    port(at(0, 1), null, "Starship/Matisse GPP Bridge"),
    port(at(1, 0), at(0, 1), "PCIe Switch Upstream Port"),
    ...behind(0, gpu(3)),
    ...behind(1, gpu(4)),
    ...behind(2, (parent) => [networkCard(at(5, 0), parent, next())]),
    ...behind(3, (parent) => [drive(at(6, 0), parent, next())]),
    ...Array.from({ length: systemDevicesEach }, (_, slot) =>
      aDevice({
        address: at(0, 8 + Math.floor(slot / 8), slot % 8),
        class: "088000",
        classLabel: "System peripheral",
        product: `Data Fabric Device ${hex(slot)}`,
        iommuGroup: next(),
        numaNode,
      }),
    ),
    ...[0, 1, 2, 3].map((part) => usbController(at(0, 0x14, part), next(), numaNode)),
  ];
}

function networkCard(address: string, parent: string, iommuGroup: number): JudgedDevice {
  return aDevice({
    address,
    parent,
    iommuGroup,
    class: "020000",
    classLabel: "Ethernet controller",
    vendor: "Mellanox Technologies",
    product: "MT2892 Family [ConnectX-6 Dx]",
    driver: "mlx5_core",
    link: { speed: 16, width: 16, maximumSpeed: 16, maximumWidth: 16 },
  });
}

function drive(address: string, parent: string, iommuGroup: number): JudgedDevice {
  return aDevice({
    address,
    parent,
    iommuGroup,
    class: "010802",
    classLabel: "Non-Volatile memory controller",
    vendor: "Samsung Electronics Co Ltd",
    product: "NVMe SSD Controller PM9A1/PM9A3/980PRO",
    driver: "nvme",
    link: { speed: 16, width: 4, maximumSpeed: 16, maximumWidth: 4 },
  });
}

function usbController(address: string, iommuGroup: number, numaNode: number): JudgedDevice {
  return aDevice({
    address,
    iommuGroup,
    numaNode,
    class: "0c0330",
    classLabel: "USB controller",
    vendor: "Advanced Micro Devices, Inc. [AMD]",
    product: "Starship USB 3.0 Host Controller",
    driver: "xhci_hcd",
    status: "ready",
  });
}

function hex(number: number): string {
  return number.toString(16).padStart(2, "0");
}
