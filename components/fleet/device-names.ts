import type { HardwareReport, PciDevice } from "@/server/pci/schema";

/** A host's PCI devices by address. */
export type DeviceMap = ReadonlyMap<string, PciDevice>;

export const noDevices: DeviceMap = new Map();

const maps = new WeakMap<HardwareReport, DeviceMap>();

/** The devices of a report by address; the same map for the same report. */
export function devicesOf(report: HardwareReport | null | undefined): DeviceMap {
  if (!report) return noDevices;
  const known = maps.get(report);
  if (known !== undefined) return known;
  const map = new Map(report.devices.map((device) => [device.address, device]));
  maps.set(report, map);
  return map;
}

/** Whether a device is a display controller: PCI's base class 03. */
export function isGpu(device: { class: string }): boolean {
  return device.class.startsWith("03");
}

/** What people call a device: "GP104 [GeForce GTX 1080]" is a GeForce GTX 1080 to them. */
export function deviceName(device: PciDevice): string {
  return /\[(.+)\]\s*$/.exec(device.product)?.[1] ?? device.product;
}

/** An address without the domain where that is 0000, as on nearly every machine: "01:00.0". */
export function shortAddress(address: string): string {
  return address.startsWith("0000:") ? address.slice(5) : address;
}

/** The addresses of those devices of a VM that are GPUs. Where the host's hardware is unknown, all might be. */
export function gpuAddresses(passthrough: readonly string[], devices: DeviceMap): string[] {
  if (devices.size === 0) return [...passthrough];
  return passthrough.filter((address) => {
    const device = devices.get(address);
    return device === undefined || isGpu(device);
  });
}
