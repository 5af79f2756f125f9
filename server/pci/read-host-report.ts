import { bootLogOfFile } from "../host/checks/boot-log";
import { checkBatch, paths } from "../host/checks/check-sources";
import { further as furtherPaths } from "../host/checks/further-files";
import { hostChecks } from "../host/checks/host-checks";
import { readBindings, readSetup } from "../host/checks/read-check-sources";
import { readFurther } from "../host/checks/read-further";
import { hostBatch, hostFactsOf } from "../host/host-facts";
import type { HostFiles } from "../host/host-files";
import type { HostTree } from "../host/host-tree";
import type { BootLog } from "../host/kernel-log";
import { compareAddresses, isPciAddress } from "../units/pci-address.schema";
import { deviceViews, groupViews } from "./device-view";
import { barFactsOf } from "./facts/bar-facts";
import {
  configurationBatch,
  configurationsOf,
  type FactSources,
  furtherBatch,
  furtherFactsOf,
} from "./facts/further-facts";
import { kernelModulesOf } from "./facts/kernel-modules";
import { slotBatch, slotLabelsOf, slotsFolder } from "./facts/slot-labels";
import { groupNameBatch, type IommuGroups, iommuBatch, iommuFactsOf, iommuGroupsOf } from "./iommu-facts";
import { neededFor } from "./needed-for";
import { pciNamesOf } from "./pci-names";
import { deviceBatch, devicesFolder, type RawDevice, rawDeviceOf } from "./raw-device";
import type { HardwareReport } from "./schema";
import { readUseFiles, useBatch, usesFrom } from "./use/read-uses";

const firstBatch = {
  texts: [...new Set([...hostBatch.texts, ...iommuBatch.texts, ...useBatch.texts, ...checkBatch.texts])],
  folders: [...iommuBatch.folders, ...useBatch.folders, devicesFolder, slotsFolder],
  presence: checkBatch.presence,
};

/**
 * Reads everything that Passdeck shows of a host's hardware, in a few batches: what there is, then the devices, then
 * what uses them. A host without a PCI bus has no devices; that is no error.
 * @param askLog The kernel's log, where the host's programs can be asked; else what the boot left of it as a file.
 * @throws AppError where files may not be read.
 */
export async function readHostReport(
  tree: HostTree,
  askLog?: () => Promise<BootLog>,
): Promise<HardwareReport> {
  const files = await tree.readMany(firstBatch);
  const addresses = files.names(devicesFolder).filter(isPciAddress).sort(compareAddresses);
  const deviceFiles = await tree.readMany(batchOf(addresses, files));
  const iommuGroups = iommuGroupsOf(files, deviceFiles);
  const { devices, unreadable } = devicesOf(addresses, deviceFiles, iommuGroups);
  const setup = await readSetup(tree, files);
  const host = hostFactsOf(files, setup.boot);
  const iommu = iommuFactsOf(files, iommuGroups);
  const groups = groupViews(iommuGroups.isolating, devices);
  const sources = await furtherFiles(tree, host.kernel, files, devices, deviceFiles);
  const { network, usedBy, notLookedAt, carried } = usesFrom(
    await readUseFiles(tree, files, devices),
    devices,
  );
  const bindings = await readBindings(tree, files, host.kernel);
  const { kernel, cpuVendor, memoryBytes, cpuThreads: threads } = host;
  const checked = devices.map((device) => ({
    ...device,
    bars: barFactsOf(deviceFiles.text(`${devicesFolder}/${device.address}/resource`)),
    modules: sources.modules.claiming(device),
    needed: neededFor(usedBy.get(device.address) ?? []),
  }));
  const further = await readFurther(tree, kernel, { groups: iommuGroups.isolating, devices });
  const log = await (askLog?.() ??
    bootLogOfFile(further.first.text(furtherPaths.bootLog), furtherPaths.bootLog, kernel));
  return {
    host,
    iommu,
    checks: hostChecks({
      ...{ files, ...bindings, setup, kernel, cpuVendor, memoryBytes, threads, iommu, groups, further, log },
      devices: checked,
    }),
    network,
    groups,
    devices: deviceViews(devices, (await pciNamesOf(tree)).ids, (device) => ({
      ...furtherFactsOf(device, sources),
      usedBy: usedBy.get(device.address) ?? [],
      notLookedAt: notLookedAt.get(device.address) ?? [],
    })),
    carried,
    ...(/^vendor_reset /m.test(files.text(paths.modules) ?? "") ? { vendorReset: true } : {}),
    unreadable,
  };
}

function batchOf(addresses: readonly string[], first: HostFiles) {
  const identities = deviceBatch(addresses);
  const further = furtherBatch(addresses);
  const slots = slotBatch(first.names(slotsFolder));
  return {
    texts: [...identities.texts, ...further.texts, ...slots.texts, ...groupNameBatch(first).texts],
    links: identities.links,
    presence: further.presence,
    skipForbidden: true,
  };
}

/** All devices, also those that can't be read, and why these can't be. */
function devicesOf(addresses: readonly string[], files: HostFiles, groups: IommuGroups) {
  const devices = addresses.map((address) => rawDeviceOf(address, files, groups));
  const unreadable = devices.flatMap(({ address, unreadable: detail }) =>
    detail === null ? [] : [{ address, detail }],
  );
  return { devices, unreadable };
}

/** What is named by what was read before: configuration spaces, the kernel's modules. */
async function furtherFiles(
  tree: HostTree,
  kernel: string,
  first: HostFiles,
  devices: readonly RawDevice[],
  attributes: HostFiles,
): Promise<FactSources> {
  const batch = configurationBatch(devices, attributes);
  const files = await tree.readMany({ ...batch, skipForbidden: true });
  return {
    attributes,
    configurations: configurationsOf(batch, files),
    modules: await kernelModulesOf(tree, kernel),
    slotLabels: slotLabelsOf(first.names(slotsFolder), attributes),
  };
}
