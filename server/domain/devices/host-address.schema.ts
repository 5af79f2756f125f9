import { pciAddressOf, pciAddressText } from "../../units/pci-address.schema";
import { type Field, text, type Values } from "../fields/field.schema";

/** Where on the host the PCI function of a device is; to be looked at, as it is attached by plans of their own. */
export const hostAddressFields: readonly Field[] = [
  text("domain", "Domain", "source/address@domain", { fixed: true }),
  text("bus", "Bus", "source/address@bus", { fixed: true }),
  text("slot", "Slot", "source/address@slot", { fixed: true }),
  text("function", "Function", "source/address@function", { fixed: true }),
];

/** "0000:01:00.0" by the values of {@link hostAddressFields}; null where there is none, or it is no number. */
export function hostAddress({ domain, bus, slot, function: fn }: Values): string | null {
  const parts = { domain: domain ?? null, bus: bus ?? null, slot: slot ?? null, function: fn ?? null };
  const isNone = Object.values(parts).every((part) => part === null);
  const address = isNone ? null : pciAddressOf(parts);
  return address === null ? null : pciAddressText(address);
}
