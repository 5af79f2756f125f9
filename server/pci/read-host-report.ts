import { checkBatch, moduleOptionsBatch } from "../host/checks/check-sources";
import { hostChecks, setupOf } from "../host/checks/host-checks";
import { hostBatch, hostFactsOf } from "../host/host-facts";
import type { HostFiles } from "../host/host-files";
import type { HostTree } from "../host/host-tree";
import { compareAddresses, isPciAddress } from "../units/pci-address.schema";
import { deviceViews, groupViews } from "./device-view";
import {
  configurationBatch,
  configurationsOf,
  type FactSources,
  furtherBatch,
  furtherFactsOf,
} from "./facts/further-facts";
import { kernelModulesOf } from "./facts/kernel-modules";
import { slotBatch, slotLabelsOf, slotsFolder } from "./facts/slot-labels";
import { groupIdsOf, iommuBatch, iommuFactsOf } from "./iommu-facts";
import { pciNamesOf } from "./pci-names";
import { deviceBatch, devicesFolder, type RawDevice, rawDeviceOf } from "./raw-device";
import type { HardwareReport } from "./schema";
import { readUseFiles, useBatch, usesFrom } from "./use/read-uses";

const firstBatch = {
  texts: [...new Set([...hostBatch.texts, ...iommuBatch.texts, ...useBatch.texts, ...checkBatch.texts])],
  folders: [...iommuBatch.folders, ...useBatch.folders, ...checkBatch.folders, devicesFolder, slotsFolder],
  presence: [...hostBatch.presence, ...checkBatch.presence],
};

/**
 * Reads everything that Passdeck shows of a host's hardware, in a few batches: what there is, then the devices, then
 * what uses them. A host without a PCI bus has no devices; that is no error.
 * @throws AppError where files may not be read.
 */
export async function readHostReport(tree: HostTree): Promise<HardwareReport> {
  const files = await tree.readMany(firstBatch);
  const addresses = files.names(devicesFolder).filter(isPciAddress).sort(compareAddresses);
  const deviceFiles = await tree.readMany(batchOf(addresses, files.names(slotsFolder)));
  const { devices, unreadable } = readable(addresses, deviceFiles);
  const host = hostFactsOf(files);
  const iommu = iommuFactsOf(files);
  const groups = groupViews(groupIdsOf(files), devices);
  const { sources, moduleOptions } = await furtherFiles(tree, host.kernel, files, devices, deviceFiles);
  const { network, usedBy, carried } = usesFrom(await readUseFiles(tree, files, devices), devices);
  const setup = setupOf(files, host);
  const { cpuVendor, memoryBytes } = host;
  return {
    host,
    iommu,
    checks: hostChecks({ files, moduleOptions, setup, cpuVendor, memoryBytes, iommu, groups, devices }),
    network,
    groups,
    devices: deviceViews(devices, (await pciNamesOf(tree)).ids, (device) => ({
      ...furtherFactsOf(device, sources),
      usedBy: usedBy.get(device.address) ?? [],
    })),
    carried,
    unreadable,
  };
}

function batchOf(addresses: readonly string[], slots: readonly string[]) {
  const identities = deviceBatch(addresses);
  const further = furtherBatch(addresses);
  return {
    texts: [...identities.texts, ...further.texts, ...slotBatch(slots).texts],
    links: identities.links,
    presence: further.presence,
  };
}

function readable(addresses: readonly string[], files: HostFiles) {
  const devices: RawDevice[] = [];
  const unreadable: HardwareReport["unreadable"] = [];
  for (const address of addresses) {
    const device = rawDeviceOf(address, files);
    if ("detail" in device) unreadable.push(device);
    else devices.push(device);
  }
  return { devices, unreadable };
}

/** What is named by what was read before: configuration spaces, modprobe's configuration, the kernel's modules. */
async function furtherFiles(
  tree: HostTree,
  kernel: string,
  first: HostFiles,
  devices: readonly RawDevice[],
  attributes: HostFiles,
): Promise<{ sources: FactSources; moduleOptions: string }> {
  const batch = configurationBatch(devices, attributes);
  const options = moduleOptionsBatch(first);
  const files = await tree.readMany({ ...batch, ...options, skipForbidden: true });
  const sources = {
    attributes,
    configurations: configurationsOf(batch, files),
    modules: await kernelModulesOf(tree, kernel),
    slotLabels: slotLabelsOf(first.names(slotsFolder), attributes),
  };
  return { sources, moduleOptions: options.texts.map((path) => files.text(path) ?? "").join("\n") };
}
