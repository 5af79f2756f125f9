import { pciAddressOf, pciAddressText } from "../../../units/pci-address.schema";
import { choice, text, type Values, yesNo } from "../../fields/field.schema";
import { type DeviceForm, never } from "../device-form.schema";

/** A PCI device of the host; it is attached and detached as a whole card, by plans of their own. */
export const pciDevice: DeviceForm<"pci"> = {
  id: "pci",
  element: "hostdev",
  is: { type: ["pci"] },
  title: "PCI device",
  note: "PCI passthrough.",
  icon: "chip",
  mark: hostAddress,
  summary: [],
  onlyAsked: true,
  boots: () => null,
  fields: [
    text("domain", "Domain", "source/address@domain", { fixed: true }),
    text("bus", "Bus", "source/address@bus", { fixed: true }),
    text("slot", "Slot", "source/address@slot", { fixed: true }),
    text("function", "Function", "source/address@function", { fixed: true }),
    choice("managed", "Managed by libvirt", "@managed", yesNo),
    choice("romBar", "ROM BAR", "rom@bar", ["on", "off"]),
  ],
  fixed: () => "A card is detached as a whole, on the passthrough devices of the overview.",
  hot: never("a card is attached and detached with all its functions"),
};

function hostAddress({ domain, bus, slot, function: fn }: Values): string | null {
  const parts = { domain: domain ?? null, bus: bus ?? null, slot: slot ?? null, function: fn ?? null };
  const isNone = Object.values(parts).every((part) => part === null);
  const address = isNone ? null : pciAddressOf(parts);
  return address === null ? null : pciAddressText(address);
}
