import type { Document } from "@xmldom/xmldom";
import type { GuestSlot } from "./guest-slot";
import { devicePropertiesOf, qemuArguments } from "./qemu-properties";

/**
 * The slots of the guest that devices on QEMU's own command line take, of which libvirt knows nothing: it would give them
 * to others as well. QEMU writes an address as slot and function in hexadecimal digits ("0x3", "03.0"), and libvirt calls
 * its buses "pci.0" (or "pcie.0") and on. One without a bus is on the first.
 */
export function qemuSlots(document: Document): GuestSlot[] {
  return qemuArguments(document).flatMap(({ option, value }) => {
    if (option === "-set") return slotOf(/^device\.[^.]+\.addr=(.*)$/.exec(value)?.[1], undefined);
    if (option !== "-device") return [];
    const properties = devicePropertiesOf(value);
    return slotOf(properties.get("addr"), properties.get("bus"));
  });
}

function slotOf(address: string | undefined, bus: string | undefined): GuestSlot[] {
  const [, digits] = /^(?:0x)?([0-9a-f]{1,2})(?:\.[0-7])?$/i.exec(address ?? "") ?? [];
  const [, number] = /^pcie?\.(\d+)$/.exec(bus ?? "pci.0") ?? [];
  if (digits === undefined || number === undefined) return [];
  return [{ domain: 0, bus: Number(number), slot: Number.parseInt(digits, 16) }];
}
