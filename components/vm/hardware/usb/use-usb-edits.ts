"use client";

import type { Hardware } from "@/server/domain/hardware/hardware.schema";
import type { CarriedUsb } from "@/server/pci/carried.schema";
import { usbIdAttribute } from "@/server/units/usb-id.schema";
import { useHardwareRoom } from "../hardware-context";

/** What can be done with the host's USB devices; each shows its plan. */
export function useUsbEdits({ usbPorts }: Pick<Hardware, "usbPorts">) {
  const { propose, readOnly } = useHardwareRoom();
  const from = usbPorts.map(({ port }) => port);
  return {
    readOnly,
    addByName: ({ ids, label }: CarriedUsb) =>
      propose(`Add ${label}`, {
        act: "add",
        kind: "usb",
        values: {
          vendor: usbIdAttribute(ids.vendorId),
          product: usbIdAttribute(ids.productId),
          missing: "optional",
        },
        newVolume: null,
      }),
    addPort: (port: string) =>
      propose(`Add the USB port ${port}`, { act: "usb-ports", from, to: [...from, port] }),
    removePort: (port: string) =>
      propose(`Remove the USB port ${port}`, {
        act: "usb-ports",
        from,
        to: from.filter((one) => one !== port),
      }),
    removeDevice: (name: string, device: { key: string; digest: string }) =>
      propose(`Remove ${name}`, { act: "remove", key: device.key, digest: device.digest }),
  };
}
