import type { HostFiles, ReadBatch } from "../../host/host-files";
import type { HostTree } from "../../host/host-tree";
import { usbDevicesFolder } from "../../host/usb-devices";
import type { CarriedDevice } from "../carried.schema";
import { deviceKind } from "../device-kind.schema";
import type { DeviceUse, NotLookedAt } from "../facts.schema";
import type { HostNetwork } from "../network.schema";
import type { RawDevice } from "../raw-device";
import { isOnVfio } from "../vfio-driver";
import { gapsByDevice, usesByDevice } from "./by-device";
import { carriedBatch, carriedDevices, carriedFirstBatch } from "./carried-devices";
import { characterBatch, DeviceNodes, nodeBatch, nvidiaFolder, openNodeBatch } from "./device-nodes";
import { DiskCarriers } from "./disk-carriers";
import { displayBatch, displayFirstBatch, displayUses } from "./display-uses";
import { mediatedGaps, mediatedUses } from "./mediated-uses";
import { capabilitiesFolder, migFolders, migUses } from "./mig-instances";
import { hasOtherNetworks, namespaceGaps } from "./network-namespaces";
import { NetworkPaths } from "./network-paths";
import { networkUses, routeGaps } from "./network-uses";
import { mountTableFile, type OpenFiles, openFilesOf, processBatch } from "./open-files";
import { Owners } from "./owners";
import { packetSockets, packetTable, packetUses } from "./packet-sockets";
import { holderOf, processFacts } from "./process-uses";
import {
  type NetworkFacts,
  networkBatch,
  networkFactsOf,
  networkFirstBatch,
  readOpenVswitch,
} from "./read-network";
import {
  contentBatch,
  mainMounts,
  type StorageFacts,
  storageFactsOf,
  storageFirstBatch,
  storageSecondBatch,
} from "./read-storage-uses";
import type { GapOf } from "./storage-gaps";
import { inputUses, usbBatch } from "./usb-input";

/** What {@link readUseFiles} needs read first. */
export const useBatch = {
  texts: [...storageFirstBatch.texts, ...networkFirstBatch.texts, ...displayFirstBatch.texts, packetTable],
  folders: [
    ...storageFirstBatch.folders,
    ...networkFirstBatch.folders,
    ...displayFirstBatch.folders,
    ...carriedFirstBatch.folders,
    nvidiaFolder,
    capabilitiesFolder,
    "proc",
  ],
};

export interface Uses {
  network: HostNetwork;
  /** By address. */
  usedBy: ReadonlyMap<string, DeviceUse[]>;
  /** By address. */
  notLookedAt: ReadonlyMap<string, NotLookedAt[]>;
  carried: CarriedDevice[];
}

/** Everything that is read of the host's uses of its devices. */
export interface UseFiles {
  first: HostFiles;
  second: HostFiles;
  /** What udev knows of the disks. */
  contents: HostFiles;
  /** Open vSwitch's database; null where there is none. */
  openVswitch: string | null;
  processes: OpenFiles;
  /** Of the nodes that processes have open. */
  open: HostFiles;
  /** Names and command lines of processes, other mount tables, and where character devices stand. */
  last: HostFiles;
}

/**
 * Reads what tells of uses: file systems, addresses, screens, keyboards, processes.
 * @param first What was read by {@link useBatch}.
 */
export async function readUseFiles(
  tree: HostTree,
  first: HostFiles,
  devices: readonly RawDevice[],
): Promise<UseFiles> {
  const second = await tree.readMany(secondBatch(first));
  const processes = await openFilesOf(
    tree,
    first.names("proc"),
    packetSockets(first.text(packetTable) ?? ""),
  );
  const nodes = nodesIn(processes);
  const contents = await tree.readMany({ ...contentBatch(first, second), skipForbidden: true });
  const open = await tree.readMany({ ...openNodeBatch(nodes, first, devices), skipForbidden: true });
  const holders = processBatch(processes);
  const last = await tree.readMany({
    texts: holders.texts,
    links: [...holders.links, ...characterBatch(nodes, open).links],
    skipForbidden: true,
  });
  const openVswitch = await readOpenVswitch(tree, first);
  return { first, second, contents, openVswitch, processes, open, last };
}

/** What the uses are told from; a capture keeps what they need. */
export interface UseFacts {
  owners: Owners;
  network: NetworkFacts;
  carried: CarriedDevice[];
  carriers: DiskCarriers;
  /** Ways to other hosts. */
  paths: NetworkPaths;
  storage: StorageFacts;
  nodes: DeviceNodes;
  /** Nodes of block devices. */
  disks: ReadonlySet<string>;
}

/** @param owners What uses are told of. Default: PCI functions. */
export function factsOfUses(
  files: UseFiles,
  devices: readonly RawDevice[],
  owners = Owners.ofDevices(devices),
): UseFacts {
  const { first, second, open, last } = files;
  const network = networkFactsOf(first, second, files.openVswitch, owners);
  const carried = carriedDevices(first, second, owners);
  const paths = new NetworkPaths(network);
  const carriers = new DiskCarriers({ first, second }, owners, paths);
  const cards = [
    ...network.interfaces.flatMap((facts) => facts.owners),
    ...devices.filter(isDrivenNetworkCard).map(({ address }) => address),
  ];
  const storage = storageFactsOf(
    { ...files, namespaces: namespacesIn(files) },
    {
      devices,
      carriers,
      paths,
      cards,
    },
  );
  const disks = storage.stack
    .nodes()
    .map(([node, device]) => [node, storage.stack.leavesOf(device).flatMap((leaf) => leaf.owners)] as const);
  const nodes = new DeviceNodes(
    nodesIn(files.processes),
    { first, second, open, characters: last },
    { devices, owners, carried, disks },
  );
  return {
    owners,
    network,
    carried,
    carriers,
    paths,
    storage,
    nodes,
    disks: new Set(disks.map(([node]) => node)),
  };
}

function isDrivenNetworkCard(device: RawDevice): boolean {
  return deviceKind(device.class) === "network" && device.driver !== null && !isOnVfio(device);
}

/** What the host does with its devices. */
export function usesFrom(files: UseFiles, devices: readonly RawDevice[]): Uses {
  const { first, second } = files;
  const { owners, network, carried, storage, nodes, disks } = factsOfUses(files, devices);
  const processes = processFacts({
    open: files.processes,
    texts: files.last,
    nodes,
    disks,
    devices,
    carried,
    isListed: first.lists("proc"),
  });
  const usb = usbUses(files, devices, carried);
  const found = [
    ...storage.uses,
    ...networkUses(network),
    ...inputUses(first.names(usbDevicesFolder), second, owners),
    ...displayUses(first, second, devices, owners),
    ...processes.uses,
    ...packetUses(files.processes.sockets, network.interfaces, files, (id) => holderOf(id, files.last).words),
    ...mediatedUses(carried),
    ...migUses(first, second, owners),
  ];
  return {
    network: network.network,
    usedBy: usesByDevice(found),
    notLookedAt: gapsByDevice([
      ...storage.gaps,
      ...networkGaps(files, network, devices),
      ...processes.gaps,
      ...mediatedGaps(first),
    ]),
    carried: carried.map((device) => withUses(device, usb)),
  };
}

/** By port: what the host does with its USB devices. */
function usbUses(
  files: UseFiles,
  devices: readonly RawDevice[],
  carried: readonly CarriedDevice[],
): ReadonlyMap<string, DeviceUse[]> {
  const ports = carried.flatMap((device) => (device.bus === "usb" ? device.port : []));
  if (ports.length === 0) return new Map();
  const owners = new Owners(ports);
  const { storage, network } = factsOfUses(files, devices, owners);
  const inputs = inputUses(files.first.names(usbDevicesFolder), files.second, owners);
  return usesByDevice([...storage.uses, ...networkUses(network), ...inputs]);
}

function withUses(device: CarriedDevice, usb: ReadonlyMap<string, DeviceUse[]>): CarriedDevice {
  return device.bus === "usb" ? { ...device, uses: usb.get(device.port) ?? [] } : device;
}

/** Cards that may be in other network namespaces; and all of them, where nothing tells the host's routes. */
function networkGaps(
  { first, second, processes, last }: UseFiles,
  network: NetworkFacts,
  devices: readonly RawDevice[],
): GapOf[] {
  const cards = devices.filter(isDrivenNetworkCard);
  return [
    ...routeGaps(network),
    ...(hasOtherNetworks(processes, last, mainMounts(first, second))
      ? namespaceGaps(cards, network.interfaces)
      : []),
  ];
}

/** The nodes of devices that processes have open. */
export function nodesIn({ nodes }: OpenFiles): Set<string> {
  return new Set(nodes.map(({ node }) => node));
}

/** Mount tables of other mount namespaces, by a process in each. */
function namespacesIn({ processes, last }: UseFiles): Map<string, string> {
  return new Map(processes.elsewhere.map((id) => [id, last.text(mountTableFile(id)) ?? ""]));
}

/** What is read once the names of disks, interfaces, screens and USB devices are known. */
function secondBatch(first: HostFiles): ReadBatch {
  const parts: readonly ReadBatch[] = [
    storageSecondBatch(first),
    networkBatch(first),
    displayBatch(first),
    usbBatch(first.names(usbDevicesFolder)),
    carriedBatch(first),
    nodeBatch(first),
    { folders: migFolders(first) },
  ];
  return {
    texts: parts.flatMap(({ texts }) => texts ?? []),
    links: parts.flatMap(({ links }) => links ?? []),
    folders: parts.flatMap(({ folders }) => folders ?? []),
    skipForbidden: true,
  };
}
