import type { Document } from "@xmldom/xmldom";
import { pciAddressAttributes } from "../../units/pci-address-element";
import type { ElementPlan } from "../../xml/build-xml";
import { guestBusOf } from "./guest-bus";
import { takeGuestSlot } from "./guest-place";
import type { GuestSlot } from "./guest-slot";
import { isUsed, usedSlots } from "./guest-slots";

/** Chipsets have their own devices from 0x1b on, and libvirt gives slots from the first on. */
const [first, last] = [0x10, 0x1a];

/**
 * A free slot on the guest's first bus, which needs no port: what takes it leaves nothing behind when it goes. null where
 * libvirt had better choose.
 */
export function freeRootSlot(document: Document): GuestSlot | null {
  if (guestBusOf(document) !== "express") return takeGuestSlot(document, { address: null, ownPort: false });
  const used = usedSlots(document);
  for (let slot = first; slot <= last; slot += 1) {
    const place = { domain: 0, bus: 0, slot };
    if (!isUsed(used, place)) return place;
  }
  return null;
}

/** The `<address>` of a device in that slot; nothing where libvirt is to choose. */
export function slotPlans(slot: GuestSlot | null): ElementPlan[] {
  if (slot === null) return [];
  return [
    { name: "address", attributes: { type: "pci", ...pciAddressAttributes({ ...slot, function: 0 }) } },
  ];
}
