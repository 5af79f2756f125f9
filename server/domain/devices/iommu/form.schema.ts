import { choice, onOff } from "../../fields/field.schema";
import { atStartOnly, type DeviceForm } from "../device-form.schema";

const ofIntel = { when: { field: "model", is: ["intel"] } };

export const iommu: DeviceForm<"iommu"> = {
  id: "iommu",
  element: "iommu",
  title: "Virtual IOMMU",
  note: "For passthrough inside the guest, and for more than 255 vCPUs.",
  icon: "box",
  name: "model",
  summary: [],
  most: 1,
  fields: [
    choice("model", "Model", "@model", ["intel", "virtio", "smmuv3"], {
      required: true,
      owns: ["driver/*", "address"],
    }),
    choice("intremap", "Interrupt remapping", "driver@intremap", onOff, ofIntel),
    choice("caching", "Caching mode", "driver@caching_mode", onOff, ofIntel),
    choice("iotlb", "Device IOTLB", "driver@iotlb", onOff, ofIntel),
  ],
  fresh: { model: "intel", intremap: "on", caching: "on" },
  hot: atStartOnly,
};
