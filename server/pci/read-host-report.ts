import { hostBatch, hostFactsOf } from "../host/host-facts";
import type { HostTree } from "../host/host-tree";
import { compareAddresses, isPciAddress } from "./address";
import { deviceViews, groupViews } from "./device-view";
import { groupIdsOf, iommuBatch, iommuFactsOf } from "./iommu-facts";
import { pciNamesOf } from "./pci-names";
import { deviceBatch, devicesFolder, type RawDevice, rawDeviceOf } from "./raw-device";
import type { HostReport } from "./schema";

const firstBatch = {
  texts: [...new Set([...hostBatch.texts, ...iommuBatch.texts])],
  folders: [...iommuBatch.folders, devicesFolder],
  presence: hostBatch.presence,
};

/**
 * Reads everything that Passdeck shows of a host's hardware, in two batches: what there is, then the devices.
 * A host without a PCI bus has no devices; that is no error.
 * @throws AppError where files may not be read.
 */
export async function readHostReport(tree: HostTree): Promise<HostReport> {
  const files = await tree.readMany(firstBatch);
  const addresses = files.names(devicesFolder).filter(isPciAddress).sort(compareAddresses);
  const deviceFiles = await tree.readMany(deviceBatch(addresses));
  const devices: RawDevice[] = [];
  const unreadable: HostReport["unreadable"] = [];
  for (const address of addresses) {
    const device = rawDeviceOf(address, deviceFiles);
    if ("detail" in device) unreadable.push(device);
    else devices.push(device);
  }
  return {
    host: hostFactsOf(files),
    iommu: iommuFactsOf(files),
    groups: groupViews(groupIdsOf(files), devices),
    devices: deviceViews(devices, (await pciNamesOf(tree)).ids),
    unreadable,
  };
}
