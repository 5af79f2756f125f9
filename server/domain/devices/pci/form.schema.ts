import { choice, yesNo } from "../../fields/field.schema";
import { type DeviceForm, never } from "../device-form.schema";
import { hostAddress, hostAddressFields } from "../host-address.schema";

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
    ...hostAddressFields,
    choice("managed", "Managed by libvirt", "@managed", yesNo),
    choice("romBar", "ROM BAR", "rom@bar", ["on", "off"]),
  ],
  fixed: () => "A card is detached as a whole, on the passthrough devices of the overview.",
  hot: never("a card is attached and detached with all its functions"),
};
