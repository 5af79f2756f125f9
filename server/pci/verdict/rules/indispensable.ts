import type { DeviceUse, DeviceUseKind } from "../../facts.schema";
import type { PciDevice } from "../../schema";
import type { JudgedHost } from "../rule";
import { listed } from "../words";

const storageKinds: ReadonlySet<DeviceUseKind> = new Set([
  "root-file-system",
  "file-system",
  "swap",
  "lvm",
  "raid",
  "volume",
]);

/** How the host keeps its data on a device: file systems, swap, LVM, RAID, open volumes. */
export function storageUses(device: PciDevice): DeviceUse[] {
  return device.usedBy.filter(({ kind }) => storageKinds.has(kind));
}

export function usesOf(device: PciDevice, ...kinds: readonly DeviceUseKind[]): DeviceUse[] {
  return device.usedBy.filter(({ kind }) => kinds.includes(kind));
}

/** Whether the connection of the user who asks goes through the device. */
export function carriesConnection(device: PciDevice, { context }: JudgedHost): boolean {
  return context.managementDevices.includes(device.address) || usesOf(device, "connection").length > 0;
}

/** "a, b and c" of what the uses say. */
export function details(uses: readonly DeviceUse[]): string {
  return listed([...new Set(uses.map(({ detail }) => detail))], String);
}

/** What the host would lose with a device that it can't do without, in words; null of any other device. */
export function indispensable(device: PciDevice, host: JudgedHost): string | null {
  if (device.usedBy.length === 0 && host.context.managementDevices.length === 0) return null;
  const storage = storageUses(device);
  if (storage.length > 0) return details(storage);
  if (carriesConnection(device, host)) return "your own connection goes through it";
  const isOnlyRoute =
    usesOf(device, "default-route").length > 0 && host.defaultRoutes.every((other) => other === device);
  return isOnlyRoute ? details(usesOf(device, "default-route")) : null;
}
