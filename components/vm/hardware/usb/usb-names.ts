import type { DeviceView, Hardware } from "@/server/domain/hardware/hardware.schema";
import type { CarriedUsb } from "@/server/pci/carried.schema";
import { readUsbId } from "@/server/units/usb-id.schema";

/** The VM's USB devices that stand in its definition. */
export function usbViews({ devices }: Pick<Hardware, "devices">): DeviceView[] {
  return devices.filter(({ kind }) => kind === "usb");
}

/** Whether a device of a definition names a plugged-in one by what it is. */
export function isNamed({ values }: DeviceView, { ids }: CarriedUsb): boolean {
  const [vendorId, productId] = [readUsbId(values.vendor ?? ""), readUsbId(values.product ?? "")];
  return vendorId === ids.vendorId && productId === ids.productId;
}

export function hasByName(hardware: Pick<Hardware, "devices">, device: CarriedUsb): boolean {
  return usbViews(hardware).some((view) => isNamed(view, device));
}
