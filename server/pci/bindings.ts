import type { HostTree } from "../host/host-tree";
import { isPciAddress } from "./address";
import { devicesFolder } from "./raw-device";

/**
 * What changes on a running host: which devices there are, which driver holds each, and the group that each is in, as
 * a text to compare with an earlier one. It costs a fraction of a report.
 */
export async function readBindings(tree: HostTree): Promise<string> {
  const addresses = (await tree.list(devicesFolder)).filter(isPciAddress);
  const links = addresses.flatMap((address) => [
    `${devicesFolder}/${address}/driver`,
    `${devicesFolder}/${address}/iommu_group`,
  ]);
  const files = await tree.readMany({ links });
  return JSON.stringify([addresses, links.map((link) => files.link(link))]);
}
