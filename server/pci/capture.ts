import { packTree } from "../host/archive";
import { hostCaptureBatch, hostFactEntries } from "../host/capture-host-facts";
import type { HostTree } from "../host/host-tree";
import type { TreeEntry } from "../host/tree-entries";
import { isPciAddress } from "./address";
import { deviceEntries, iommuEntries } from "./capture-devices";
import { userEntries } from "./capture-users";
import { iommuBatch } from "./iommu-facts";
import { namesInUse } from "./names-in-use";
import { pciNamesOf } from "./pci-names";
import { deviceBatch, devicesFolder } from "./raw-device";
import { readHostReport } from "./read-host-report";

/**
 * Writes what Passdeck reads of a host to a `.tar.gz`, laid out as the host's root: a bug report, a test's fixture
 * and a demo host at once. Reading it gives the report that the host itself gives. What would identify the host or
 * its owner stays behind: serial numbers, UUIDs, hardware addresses, values of unrelated kernel parameters.
 *
 * @returns How many devices were captured.
 * @throws AppError where files may not be read.
 */
export async function captureHost(tree: HostTree, file: string): Promise<{ devices: number }> {
  const { entries, devices } = await captureEntries(tree);
  await packTree(entries, file);
  return { devices };
}

async function captureEntries(tree: HostTree): Promise<{ entries: TreeEntry[]; devices: number }> {
  const files = await tree.readMany({ ...hostCaptureBatch, folders: [...iommuBatch.folders, devicesFolder] });
  const addresses = files.names(devicesFolder).filter(isPciAddress);
  const names = namesInUse(await readHostReport(tree), await pciNamesOf(tree));
  const entries: TreeEntry[] = [
    ...hostFactEntries(files),
    ...iommuEntries(files),
    ...deviceEntries(addresses, await tree.readMany(deviceBatch(addresses))),
    ...(await userEntries(tree)),
    { kind: "file", path: "usr/share/misc/pci.ids", text: names },
  ];
  return { entries, devices: addresses.length };
}
