import { macAddressPattern } from "../../../units/mac-address.schema";
import { choice, number, text, yesNo } from "../../fields/field.schema";
import { type DeviceForm, never } from "../device-form.schema";
import { hostAddressFields } from "../host-address.schema";

/** A network card of the host of which libvirt sets MAC address and VLAN before the guest gets it. */
export const hostNic: DeviceForm<"host-nic"> = {
  id: "host-nic",
  element: "interface",
  is: { type: ["hostdev"] },
  title: "NIC passthrough",
  note: "A network card of the host, most often an SR-IOV virtual function, with a MAC address that libvirt sets.",
  icon: "network",
  mark: ({ mac }) => mac ?? null,
  unique: { by: ["mac"] },
  summary: ["vlan"],
  onlyAsked: true,
  boots: () => null,
  fields: [
    ...hostAddressFields,
    text("mac", "MAC address", "mac@address", {
      mono: true,
      pattern: macAddressPattern,
      problem: "A MAC address is written as 52:54:00:12:34:56, in lower case, and its first byte is even.",
    }),
    number("vlan", "VLAN", "vlan/tag@id", [1, 4094]),
    choice("managed", "Managed by libvirt", "@managed", yesNo),
  ],
  hot: never("a network card of the host is attached and detached while the VM is off"),
};
