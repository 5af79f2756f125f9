import { isGpu } from "../device-kind.schema";
import type { PciDevice } from "../schema";

/** A graphics card by the name that it is sold by ("GeForce RTX 3090" of "GA102 [GeForce RTX 3090]"), others in full. */
function shortName(device: PciDevice): string {
  const { product, deviceId, classLabel } = device;
  // What the reader of names says of a device that it has none for; the class tells more.
  if (product === `Device ${deviceId}`) return classLabel;
  return (isGpu(device) ? /\[([^[\]]+)\]$/.exec(product)?.[1] : undefined) ?? product;
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
