import { isGpu } from "../device-kind.schema";
import type { PciDevice } from "../schema";
import { deviceName } from "../start-check/device-name";
import type { Reason } from "../verdict.schema";
import type { BoundDevice } from "./binding-step";

export function boundDevice(device: PciDevice): BoundDevice {
  return { address: device.address, name: deviceName(device) };
}

/** "10de:2204" */
export function idsOf({ vendorId, deviceId }: PciDevice): string {
  return `${vendorId}:${deviceId}`;
}

/** A reason with what to do about it. */
export function sentences({ message, fix }: Reason): string {
  return fix === null ? message : `${message} ${fix}`;
}

/** The cards by the names of their displays, or of their first functions. */
export function cardsInWords(
  devices: readonly (PciDevice & { needs: { guestGets: string[] } })[],
  missing: readonly string[],
): string {
  const leads = new Map<string, string>();
  for (const device of devices) {
    const card = device.needs.guestGets[0] ?? device.address;
    if (!leads.has(card) || isGpu(device)) leads.set(card, deviceName(device));
  }
  return [...leads.values(), ...missing].join(", ");
}
