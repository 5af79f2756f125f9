import type { HostFiles, ReadBatch } from "../../host/host-files";
import type { HostTree } from "../../host/host-tree";
import { usbDevicesFolder } from "../../host/usb-devices";
import type { CarriedDevice } from "../carried.schema";
import { type DeviceUse, deviceUseKinds } from "../facts.schema";
import type { HostNetwork } from "../network.schema";
import type { RawDevice } from "../raw-device";
import { carriedBatch, carriedDevices, carriedFirstBatch } from "./carried-devices";
import { nodeBatch, nodesOf, nvidiaFolder } from "./device-nodes";
import { displayBatch, displayFirstBatch, displayUses } from "./display-uses";
import { networkUses } from "./network-uses";
import { Owners, type UseOf } from "./owners";
import { holdersOf, isProcess, type NodeHolder, nameBatch, processUses } from "./process-uses";
import { networkBatch, networkFactsOf, networkFirstBatch, readOpenVswitch } from "./read-network";
import { contentBatch, storageFirstBatch, storageSecondBatch, storageUsesOf } from "./read-storage-uses";
import { inputUses, usbBatch } from "./usb-input";

/** More uses of one kind than anybody reads. */
const mostOfAKind = 12;

/** What {@link readUseFiles} needs read first. */
export const useBatch = {
  texts: [...storageFirstBatch.texts, ...networkFirstBatch.texts, ...displayFirstBatch.texts],
  folders: [
    ...storageFirstBatch.folders,
    ...networkFirstBatch.folders,
    ...displayFirstBatch.folders,
    ...carriedFirstBatch.folders,
    nvidiaFolder,
    "proc",
  ],
};

export interface Uses {
  network: HostNetwork;
  /** By address. */
  usedBy: ReadonlyMap<string, DeviceUse[]>;
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
  holders: readonly NodeHolder[];
  /** The holders' names. */
  names: HostFiles;
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
  const nodes = nodesOf(first, second, devices, new Owners(devices));
  const holders = await holdersOf(tree, first.names("proc").filter(isProcess), nodes);
  return {
    first,
    second,
    contents: await tree.readMany({ ...contentBatch(first, second), skipForbidden: true }),
    openVswitch: await readOpenVswitch(tree, first),
    holders,
    names: await tree.readMany({ ...nameBatch(holders), skipForbidden: true }),
  };
}

/** What the host does with its devices. */
export function usesFrom(files: UseFiles, devices: readonly RawDevice[]): Uses {
  const { first, second } = files;
  const owners = new Owners(devices);
  const network = networkFactsOf(first, second, files.openVswitch, owners);
  const found = [
    ...storageUsesOf(first, second, files.contents, owners),
    ...networkUses(network),
    ...inputUses(first.names(usbDevicesFolder), second, owners),
    ...displayUses(first, second, devices, owners),
    ...processUses(files.holders, files.names, nodesOf(first, second, devices, owners)),
  ];
  return {
    network: network.network,
    usedBy: byDevice(found),
    carried: carriedDevices(first, second, owners),
  };
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
  ];
  return {
    texts: parts.flatMap(({ texts }) => texts ?? []),
    links: parts.flatMap(({ links }) => links ?? []),
    folders: parts.flatMap(({ folders }) => folders ?? []),
    skipForbidden: true,
  };
}

/** Each device's uses, the gravest kinds first, every detail once. */
function byDevice(found: readonly UseOf[]): Map<string, DeviceUse[]> {
  const all = new Map<string, Map<string, DeviceUse>>();
  for (const { address, use } of found) {
    const known = all.get(address) ?? new Map<string, DeviceUse>();
    known.set(`${use.kind} ${use.detail}`, use);
    all.set(address, known);
  }
  return new Map([...all].map(([address, uses]) => [address, inOrder([...uses.values()])]));
}

function inOrder(uses: readonly DeviceUse[]): DeviceUse[] {
  return deviceUseKinds.flatMap((kind) => {
    const ofKind = uses.filter((use) => use.kind === kind);
    if (ofKind.length <= mostOfAKind) return ofKind;
    return [...ofKind.slice(0, mostOfAKind), { kind, detail: `and ${ofKind.length - mostOfAKind} more` }];
  });
}
