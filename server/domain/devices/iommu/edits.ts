import { domainOf } from "../../edit/domain-root";
import { placeOf } from "../../fields/place";
import { putValue } from "../../fields/values";
import type { DeviceEdits } from "../device-edits";

/** Interrupts are remapped only where QEMU makes them (https://libvirt.org/formatdomain.html#iommu-devices). */
export const iommuEdits: DeviceEdits = {
  make: (document, _element, { intremap }) => {
    if (intremap === "on") putValue(domainOf(document), placeOf("features/ioapic@driver"), "qemu");
  },
};
