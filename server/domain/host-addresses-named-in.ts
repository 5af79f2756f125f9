import { pciAddressText } from "../units/pci-address.schema";
import { readNumber } from "../units/read-number";

/** As libvirt writes the address of a device of the host; one in the guest has a type in front. */
const written =
  /<address domain=["'](\w{1,10})["'] bus=["'](\w{1,6})["'] slot=["'](\w{1,6})["'] function=["'](\w{1,4})["']/g;

/** The PCI devices of the host that a text names, which may be no whole XML: the last resort where it can't be parsed. */
export function hostAddressesNamedIn(text: string): string[] {
  const found = Array.from(text.matchAll(written), (parts) => parts.slice(1).map((part) => readNumber(part)));
  return found.flatMap(([domain, bus, slot, fn]) =>
    domain == null || bus == null || slot == null || fn == null
      ? []
      : pciAddressText({ domain, bus, slot, function: fn }),
  );
}
