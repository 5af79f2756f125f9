import { isGpu } from "@/server/pci/device-kind.schema";
import type { JudgedDevice } from "@/server/pci/schema";
import { gpuName, shortVendor } from "./device-names";

/** A device's name for the heading of its panel, and who made it. */
export function cardTitle(device: JudgedDevice): { name: string; maker: string } {
  const { name, chip } = isGpu(device) ? gpuName(device.product) : { name: device.product, chip: null };
  return { name, maker: [shortVendor(device.vendor), chip].filter((part) => part !== null).join(" · ") };
}
