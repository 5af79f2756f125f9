import type { PciDevice } from "../schema";

/**
 * What is judged and reserved for VMs together: the functions that a guest gets at once, with what else sits in their
 * IOMMU groups. Most often all functions of a slot; {@link cardsOf} tells the exceptions.
 */
export interface Card {
  /** By address. Bridges are never among them. */
  functions: readonly PciDevice[];
  /** The function that names the card: its display, or its first. */
  lead: PciDevice;
  /** Other endpoints of the same IOMMU groups, by address. */
  others: readonly PciDevice[];
  /** Bridges of the same IOMMU groups, by address. */
  bridges: readonly PciDevice[];
}

export function holds(card: Card, address: string): boolean {
  return card.functions.some((device) => device.address === address);
}
