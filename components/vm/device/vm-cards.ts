import { cardTitle } from "@/components/device/card-title";
import { cardOf } from "@/components/device/tree/node";
import type { JudgedDevice, JudgedReport } from "@/server/pci/schema";

/** A card that a VM is given: those of its functions that the VM has. */
export interface VmCard {
  addresses: readonly string[];
  /** Its name; null where the host has nothing at these addresses, or its hardware is unknown. */
  name: string | null;
  functions: readonly JudgedDevice[];
}

/** A VM's devices by cards, in the order of the definition. */
export function vmCards(addresses: readonly string[], report: JudgedReport | null): VmCard[] {
  const devices = new Map(report?.devices.map((device) => [device.address, device]));
  const cards = new Map<string, string[]>();
  for (const address of addresses) {
    const key = devices.get(address)?.needs.guestGets[0] ?? address;
    cards.set(key, [...(cards.get(key) ?? []), address]);
  }
  return [...cards.values()].map((members) => {
    const sorted = [...members].sort();
    const functions = sorted.flatMap((address) => devices.get(address) ?? []);
    const [first] = functions;
    const name = first === undefined ? null : cardTitle(cardOf(functions, first).primary).name;
    return { addresses: sorted, name, functions };
  });
}
