import { always, type DeviceKind, never } from "../device-kind.schema";
import { choice, number, text, type Values, yesNo } from "../field.schema";

/** A PCI device of the host; it is attached and detached as a whole card, by plans of their own. */
export const pciDevice: DeviceKind = {
  id: "pci",
  element: "hostdev",
  is: { type: ["pci"] },
  title: "PCI device",
  note: "PCI passthrough.",
  name: "bus",
  summary: [],
  boots: true,
  fields: [
    text("domain", "Domain", "source/address@domain", { fixed: true }),
    text("bus", "Bus", "source/address@bus", { fixed: true }),
    text("slot", "Slot", "source/address@slot", { fixed: true }),
    text("function", "Function", "source/address@function", { fixed: true }),
    choice("managed", "Managed by libvirt", "@managed", yesNo),
    choice("romBar", "ROM BAR", "rom@bar", ["on", "off"]),
  ],
  hot: never("a card is attached and detached with all its functions"),
};

const hexadecimal = {
  mono: true,
  pattern: /^0x[0-9a-f]{4}$/,
  problem: "An ID is written as in 0x046d (lsusb shows them).",
};

/** A USB device of the host, by its IDs, or by its place, which changes when it is plugged in again. */
export const usbDevice: DeviceKind = {
  id: "usb",
  element: "hostdev",
  is: { type: ["usb"] },
  title: "USB device",
  note: "USB passthrough, by IDs or by bus and device number.",
  name: "vendor",
  summary: ["product", "bus", "device"],
  boots: true,
  fields: [
    text("vendor", "Vendor", "source/vendor@id", hexadecimal),
    text("product", "Product", "source/product@id", hexadecimal),
    number("bus", "Bus", "source/address@bus", [1, 999]),
    number("device", "Device number", "source/address@device", [1, 127], {
      note: "Changes when it is plugged in again.",
    }),
    choice("missing", "If it is not plugged in", "source@startupPolicy", [
      ["mandatory", "the VM does not start"],
      ["optional", "it starts without it"],
    ]),
  ],
  fresh: { missing: "optional" },
  skeleton: { "@mode": "subsystem", "@type": "usb", "@managed": "yes" },
  hot: always,
  check: ({ vendor, product, bus, device }: Values) => {
    const byProduct = vendor != null && product != null;
    const byPlace = bus != null && device != null;
    return byProduct || byPlace ? null : "Enter vendor and product, or bus and device number.";
  },
};
