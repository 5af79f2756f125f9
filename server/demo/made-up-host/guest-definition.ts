import { pciAddressText } from "../../units/pci-address.schema";
import { readPciAddress } from "../../units/pci-address-element";
import { attributeOf, childOf, childrenOf, parseXml, textOf } from "../../xml/xml";

/** What of a VM's definition the demo plays. */
export interface GuestDefinition {
  name: string;
  vcpus: number;
  memoryMebibytes: number;
  isUefi: boolean;
  /** The host's cards that it is handed. */
  cards: readonly { address: string; managed: boolean }[];
}

/** Reads a definition as libvirt writes it: memory is in KiB. */
export function readGuest(xml: string): GuestDefinition {
  const root = parseXml(xml).documentElement;
  const devices = childrenOf(childOf(root, "devices"), "hostdev");
  return {
    name: textOf(childOf(root, "name")) ?? "",
    vcpus: Number(textOf(childOf(root, "vcpu")) ?? 1),
    memoryMebibytes: Number(textOf(childOf(root, "memory")) ?? 0) / 1024,
    isUefi: childOf(root, "os", "loader") !== null || attributeOf(childOf(root, "os"), "firmware") === "efi",
    cards: devices.flatMap((device) => {
      const address =
        attributeOf(device, "type") === "pci" ? readPciAddress(childOf(device, "source", "address")) : null;
      const managed = attributeOf(device, "managed") === "yes";
      return address === null ? [] : [{ address: pciAddressText(address), managed }];
    }),
  };
}
