import type { HostDeviceSource } from "../../domain/host-devices/host-device.schema";
import { usbAdvice } from "../../pci/usb-advice";
import type { UsbDevice } from "../specification/host-devices.schema";
import type { VmSpecification } from "../vm-specification.schema";
import type { PreflightFinding, PreflightHost } from "./preflight.schema";

/** USB devices that the host needs, that are its keyboard, or of which there are several. */
export function usbFindings(
  { usbDevices }: Pick<VmSpecification, "usbDevices">,
  { carried }: Pick<PreflightHost, "carried">,
): PreflightFinding[] {
  return usbDevices.flatMap((device, index) =>
    usbAdvice(sourceOf(device), carried ?? []).map(
      (advice): PreflightFinding => ({ code: "usb-device", path: ["usbDevices", index], ...advice }),
    ),
  );
}

function sourceOf(device: UsbDevice): Extract<HostDeviceSource, { bus: "usb" }> {
  switch (device.kind) {
    case "product":
      return { bus: "usb", ids: { vendorId: device.vendorId, productId: device.productId }, place: null };
    case "place":
      return { bus: "usb", ids: null, place: { bus: device.bus, device: device.device } };
    case "port":
      return { bus: "usb", ids: null, place: null, port: device.port };
  }
}
