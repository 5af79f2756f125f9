/** A slot of a guest's PCI bus. */
export interface GuestSlot {
  domain: number;
  bus: number;
  slot: number;
}
