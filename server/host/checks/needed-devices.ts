import { fits, type NumberedDevice, parseVfioIds } from "../modules/vfio-ids";
import type { CheckedDevice } from "./check-sources";

/**
 * What the host would lose with the device, in words; null of one that it can spare. A boot display counts where a twin
 * of it is meant for VMs; the only one of its kind is somebody's will.
 */
export function needOf(device: CheckedDevice, devices: readonly CheckedDevice[]): string | null {
  if (device.driver === "vfio-pci") return null;
  if (device.needed !== null) return device.needed;
  if (device.bootVga !== true) return null;
  const hasTwin = devices.some((other) => other !== device && idsOf(other) === idsOf(device));
  return hasTwin ? "the firmware shows its screen on it" : null;
}

/** Those of the ids that would take a device which the host needs. @param ids As `ids=` has them. */
export function harmfulIds(ids: readonly string[], devices: readonly CheckedDevice[]): string[] {
  const needed = devices.filter((device) => needOf(device, devices) !== null);
  return ids.filter((id) => needed.some((device) => parseVfioIds(id).ids.some((one) => fits(one, device))));
}

/** "10de:1b80" */
export function idsOf({ vendorId, deviceId }: NumberedDevice): string {
  return `${vendorId}:${deviceId}`;
}
