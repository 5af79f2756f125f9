import { packTree } from "../../host/archive";
import { readBootFiles } from "../../host/boot/boot-files";
import { checkEntries } from "../../host/capture-checks";
import { hostCaptureBatch, hostFactEntries } from "../../host/capture-host-facts";
import { readFurther } from "../../host/checks/read-further";
import { kernelReleaseOf } from "../../host/host-facts";
import type { HostFiles } from "../../host/host-files";
import type { HostTree } from "../../host/host-tree";
import { readBindingFiles } from "../../host/modules/binding-files";
import { builtInModules, moduleFolders } from "../../host/modules/installed-modules";
import { moduleName } from "../../host/modules/modprobe-configuration";
import type { TreeEntry } from "../../host/tree-entries";
import { isPciAddress } from "../../units/pci-address.schema";
import { configurationBatch, configurationsOf, furtherBatch } from "../facts/further-facts";
import { kernelModulesOf } from "../facts/kernel-modules";
import { slotBatch, slotsFolder } from "../facts/slot-labels";
import { groupNameBatch, iommuBatch, iommuGroupsOf } from "../iommu-facts";
import { namesInUse } from "../names-in-use";
import { pciNamesOf } from "../pci-names";
import { deviceBatch, devicesFolder, type RawDevice, rawDeviceOf } from "../raw-device";
import { readHostReport } from "../read-host-report";
import { factsOfUses, readUseFiles, type UseFacts, type UseFiles, useBatch } from "../use/read-uses";
import { carrierEntries } from "./carrier-entries";
import { configurationEntries, diskParameter } from "./configuration-entries";
import { deviceEntries, iommuEntries, silentEntries, slotEntries } from "./device-entries";
import { diskEntries } from "./disk-entries";
import { fileEntry } from "./entries";
import { mountEntries } from "./mount-entries";
import { networkEntries } from "./network-entries";
import { processEntries } from "./process-entries";
import { Pseudonyms } from "./pseudonyms";
import { targetEntries } from "./target-entries";
import { displayEntries, inputEntries } from "./user-entries";

const hostNameFile = "proc/sys/kernel/hostname";

/**
 * Writes what Passdeck reads of a host to a `.tar.gz`, laid out as the host's root: a bug report, a test's fixture
 * and a demo host at once. Reading it gives the report that the host itself gives, in other addresses and names
 * where these would identify the host or its owner: serial numbers, UUIDs, hardware and network addresses, the host's
 * name, people's folders, values of unrelated kernel parameters.
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
  const files = await tree.readMany({
    texts: [...hostCaptureBatch.texts, ...iommuBatch.texts, ...useBatch.texts],
    folders: [...iommuBatch.folders, ...useBatch.folders, devicesFolder, slotsFolder],
    presence: hostCaptureBatch.presence,
  });
  const addresses = files.names(devicesFolder).filter(isPciAddress);
  const slots = files.names(slotsFolder);
  const [identities, further] = [deviceBatch(addresses), furtherBatch(addresses)];
  const deviceFiles = await tree.readMany({
    texts: [...identities.texts, ...further.texts, ...slotBatch(slots).texts, ...groupNameBatch(files).texts],
    links: identities.links,
    presence: further.presence,
    skipForbidden: true,
  });
  const groups = iommuGroupsOf(files, deviceFiles);
  const devices = addresses.map((address) => rawDeviceOf(address, deviceFiles, groups));
  const names = new Pseudonyms((await tree.readText(hostNameFile))?.trim() || null);
  const useFiles = await readUseFiles(tree, files, devices);
  const facts = factsOfUses(useFiles, devices);
  const used = userEntries(useFiles, facts, devices, names);
  const release = kernelReleaseOf(files);
  const entries: TreeEntry[] = [
    ...hostFactEntries(files, await readBootFiles(tree), await readBindingFiles(tree), (parameter) =>
      diskParameter(parameter, facts.storage.stack, names),
    ),
    ...checkEntries(
      await readFurther(tree, release, { groups: groups.isolating, devices }),
      groups.isolating,
    ),
    ...iommuEntries(files),
    ...groupNameBatch(files).texts.flatMap((path) => fileEntry(path, deviceFiles.text(path))),
    ...deviceEntries(addresses, deviceFiles),
    ...(await silences(tree, devices, deviceFiles)),
    ...slotEntries(slots, deviceFiles),
    ...(await moduleEntries(tree, release, devices)),
    ...used,
    ...fileEntry("usr/share/misc/pci.ids", namesInUse(await readHostReport(tree), await pciNamesOf(tree))),
  ];
  return { entries: entries.map((entry) => withRelease(entry, release, names)), devices: addresses.length };
}

/** Who builds a kernel may put the host's name into its release, which stands in many files. */
function withRelease(entry: TreeEntry, release: string, names: Pseudonyms): TreeEntry {
  const renamed = names.text(release);
  if (renamed === release) return entry;
  const path = entry.path.replaceAll(release, renamed);
  return entry.kind === "file" && typeof entry.text === "string"
    ? { ...entry, path, text: entry.text.replaceAll(release, renamed) }
    : { ...entry, path };
}

async function silences(
  tree: HostTree,
  devices: readonly RawDevice[],
  deviceFiles: HostFiles,
): Promise<TreeEntry[]> {
  const batch = configurationBatch(devices, deviceFiles);
  const files = await tree.readMany({ ...batch, skipForbidden: true });
  return silentEntries(configurationsOf(batch, files), deviceFiles);
}

/** The lines of the kernel's module tables that are about this host's devices, and about VFIO. */
async function moduleEntries(
  tree: HostTree,
  release: string,
  devices: readonly RawDevice[],
): Promise<TreeEntry[]> {
  const modules = await kernelModulesOf(tree, release);
  const lines = modules.linesFor(devices);
  const folder = `${moduleFolders[0]}/${release}`;
  const builtIn = await builtInModules(tree, release);
  const claiming = devices.flatMap((device) => modules.claiming(device).map(moduleName));
  const told = [...new Set(["vfio_pci", "vfio_iommu_type1", ...claiming])].filter((name) =>
    builtIn?.has(name),
  );
  return [
    ...(lines.length === 0 ? [] : fileEntry(`${folder}/modules.alias`, `${lines.join("\n")}\n`)),
    ...(builtIn === null
      ? []
      : fileEntry(`${folder}/modules.builtin`, told.map((name) => `kernel/${name}.ko\n`).join(""))),
  ];
}

function userEntries(
  files: UseFiles,
  facts: UseFacts,
  devices: readonly RawDevice[],
  names: Pseudonyms,
): TreeEntry[] {
  const { first, second } = files;
  return [
    ...diskEntries(files, facts, names),
    ...mountEntries(files, facts, names),
    ...targetEntries(files, facts, names),
    ...configurationEntries(files, facts, names),
    ...carrierEntries(files, facts, names),
    ...networkEntries(facts.network, second, names),
    ...displayEntries(first, second),
    ...inputEntries(first, second),
    ...processEntries(files, facts, devices, names),
  ];
}
