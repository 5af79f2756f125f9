import { choice, onOff } from "../../fields/field.schema";
import { atStartOnly, type DeviceForm } from "../device-form.schema";

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
    choice("model", "Model", "@model", ["intel", "virtio", "smmuv3"], { required: true }),
    choice("intremap", "Interrupt remapping", "driver@intremap", onOff),
    choice("caching", "Caching mode", "driver@caching_mode", onOff),
    choice("iotlb", "Device IOTLB", "driver@iotlb", onOff),
  ],
  fresh: { model: "intel", intremap: "on", caching: "on" },
  hot: atStartOnly,
};
