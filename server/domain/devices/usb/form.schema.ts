import { readUsbId, usbIdAttributePattern } from "../../../units/usb-id.schema";
import { usbIdsText } from "../../../units/usb-ids-text.schema";
import { choice, number, text, type Values } from "../../fields/field.schema";
import { always, type DeviceForm } from "../device-form.schema";

const hexadecimal = {
  mono: true,
  pattern: usbIdAttributePattern,
  problem: "An ID is written as in 0x046d (lsusb shows them).",
};

/** Where a device is plugged in, which another one is not. */
const place = ["source/address@bus", "source/address@device", "source/address@port"];

/** A USB device of the host, by its IDs, or by its place, which changes when it is plugged in again. */
export const usbDevice: DeviceForm<"usb"> = {
  id: "usb",
  element: "hostdev",
  is: { type: ["usb"] },
  title: "USB device",
  note: "USB passthrough, by IDs or by bus and device number.",
  icon: "usb",
  mark: usbMark,
  summary: [],
  onlyAsked: true,
  boots: () => null,
  fields: [
    text("vendor", "Vendor", "source/vendor@id", { ...hexadecimal, owns: place }),
    text("product", "Product", "source/product@id", { ...hexadecimal, owns: place }),
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
    return byProduct || byPlace ? null : "Vendor, Product: enter both, or bus and device number.";
  },
};

function usbMark({ vendor, product, bus, device }: Values): string | null {
  const [vendorId, productId] = [readUsbId(vendor ?? ""), readUsbId(product ?? "")];
  if (vendorId !== null && productId !== null) return usbIdsText({ vendorId, productId });
  return bus != null && device != null ? `bus ${bus} device ${device}` : null;
}
