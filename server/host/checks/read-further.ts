import { posix } from "node:path";
import { readSecureTemplates } from "../firmware/secure-templates";
import type { HostFiles } from "../host-files";
import type { HostTree } from "../host-tree";
import { readLookingGlassHost } from "../looking-glass-host";
import { isKernelRelease, moduleFolders } from "../modules/installed-modules";
import { type CheckedDevice, hugePageSizes } from "./check-sources";
import {
  descriptorsFolder,
  type FurtherFiles,
  furtherBatch,
  initramfsFiles,
  initramfsFolders,
  nodesFolder,
  qemuCacheFolder,
} from "./further-files";

/** Programs that QEMU's cache tells of; one host has three or four. */
const mostCaches = 8;

/** @param asked Groups and devices that something is to be told of. */
export async function readFurther(
  tree: HostTree,
  kernel: string,
  asked: { groups: readonly number[]; devices: readonly Pick<CheckedDevice, "address" | "class">[] },
): Promise<FurtherFiles> {
  const first = await tree.readMany({ ...furtherBatch, skipForbidden: true });
  const nodes = first.names(nodesFolder).flatMap((name) => /^node(\d{1,4})$/.exec(name)?.[1] ?? []);
  const named = {
    nodes: nodes.map(Number).sort((left, right) => left - right),
    descriptors: filesIn(first, descriptorsFolder, ".json"),
    qemuCaches: filesIn(first, qemuCacheFolder, ".xml").slice(0, mostCaches),
    moduleLists: isKernelRelease(kernel)
      ? moduleFolders.map((folder) => `${folder}/${kernel}/modules.dep`)
      : [],
    initramfsLists: [
      ...initramfsFiles,
      ...initramfsFolders.flatMap((folder) => filesIn(first, folder, ".conf")),
    ],
  };
  const ports = asked.devices.filter(isPort).map(({ address }) => address);
  const awake = await awakePorts(tree, ports);
  const second = await tree.readMany({
    texts: [
      ...named.nodes.flatMap((node) => hugePageSizes.map((size) => nodePageFile(node, size))),
      ...asked.groups.map(reservedRegionFile),
      ...named.descriptors,
      ...named.qemuCaches,
      ...named.moduleLists,
      ...named.initramfsLists,
    ],
    bytes: awake.map(portFile),
    skipForbidden: true,
  });
  const configurations = ports.map(
    (address) => [address, awake.includes(address) ? second.bytes(portFile(address)) : null] as const,
  );
  const described = named.descriptors.map((path) => [path, second.text(path)] as const);
  const templates = await readSecureTemplates(tree, described);
  const lookingGlass = await readLookingGlassHost(tree);
  return { first, second, ports: new Map(configurations), templates, lookingGlass, ...named };
}

function filesIn(files: HostFiles, folder: string, ending: string): string[] {
  return files
    .names(folder)
    .filter((name) => name.endsWith(ending))
    .map((name) => posix.join(folder, name));
}

/** A bridge between PCI buses. */
export function isPort(device: Pick<CheckedDevice, "class">): boolean {
  return device.class.startsWith("0604");
}

/** What sleeps without power is not woken up to be looked at. */
async function awakePorts(tree: HostTree, ports: readonly string[]): Promise<string[]> {
  const stateFile = (address: string) => `sys/bus/pci/devices/${address}/power_state`;
  const states = await tree.readMany({ texts: ports.map(stateFile), skipForbidden: true });
  return ports.filter((address) => states.word(stateFile(address)) !== "D3cold");
}

export function portFile(address: string): string {
  return `sys/bus/pci/devices/${address}/config`;
}

/** What of a group's address space the platform keeps to itself (Documentation/ABI/testing/sysfs-kernel-iommu_groups). */
export function reservedRegionFile(group: number): string {
  return `sys/kernel/iommu_groups/${group}/reserved_regions`;
}

/** How many pages of a size a memory node has. */
export function nodePageFile(node: number, kibibytes: number): string {
  return `${nodesFolder}/node${node}/hugepages/hugepages-${kibibytes}kB/nr_hugepages`;
}
