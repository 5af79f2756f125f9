import { isGpu } from "../device-kind.schema";
import type { PciDevice } from "../schema";

/** A graphics card by the name that it is sold by ("GeForce RTX 3090" of "GA102 [GeForce RTX 3090]"), others in full. */
function shortName(device: PciDevice): string {
  const { product, classLabel } = device;
  if (isNameless(device)) return classLabel;
  return (isGpu(device) ? /\[([^[\]]+)\]$/.exec(product)?.[1] : undefined) ?? product;
}

/** Whether pci.ids has no name for the device, so that its number stands for one (`deviceViews`). */
export function isNameless({ product, deviceId }: PciDevice): boolean {
  return product === `Device ${deviceId}`;
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

/** More than this nobody reads in a sentence; a reason lists all of its devices beside it. */
const mostInSentence = 8;

/** "a", "a and b", "a, b and c" in the words given; of very many the first and how many more there are. */
export function listed<Item>(
  items: readonly Item[],
  inWords: (item: Item) => string,
  most = mostInSentence,
): string {
  if (items.length > most + 1)
    return `${items.slice(0, most).map(inWords).join(", ")} and ${items.length - most} more`;
  const words = items.map(inWords);
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} and ${last}`;
}

/** "is" or "are", "it" or "them", by how many there are. */
export function byNumber(items: readonly unknown[], one: string, several: string): string {
  return items.length === 1 ? one : several;
}
