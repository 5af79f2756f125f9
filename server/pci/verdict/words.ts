import type { PciDevice } from "../schema";

/** "GeForce RTX 3090" of "GA102 [GeForce RTX 3090]"; by its class where the database has no name for the device. */
function shortName({ product, deviceId, classLabel }: PciDevice): string {
  if (product === `Device ${deviceId}`) return classLabel;
  return /\[([^[\]]+)\]$/.exec(product)?.[1] ?? product;
}

/** "0000:01:00.0 (GeForce RTX 3090)": the name alone would not tell twins apart. */
export function named(device: PciDevice): string {
  return `${device.address} (${shortName(device)})`;
}

/** "0000:01:00.0 (GeForce RTX 3090, nouveau)": with the driver that has it now. */
export function namedWithDriver(device: PciDevice): string {
  return `${device.address} (${shortName(device)}, ${device.driver ?? "no driver"})`;
}

/** "0000:01:00.0 (GeForce RTX 3090, slot PCIEX16_1)": where on the board it sits, if the firmware tells. */
export function namedWithSlot(device: PciDevice): string {
  const slot = device.slotLabel === null ? "" : `, slot ${device.slotLabel}`;
  return `${device.address} (${shortName(device)}${slot})`;
}

/** "a", "a and b", "a, b and c" */
export function listed(items: readonly string[]): string {
  const last = items.at(-1) ?? "";
  return items.length < 2 ? last : `${items.slice(0, -1).join(", ")} and ${last}`;
}

/** "is" or "are", "it" or "them", by how many there are. */
export function byNumber(items: readonly unknown[], one: string, several: string): string {
  return items.length === 1 ? one : several;
}
