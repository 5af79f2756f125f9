import type { HostFiles, ReadBatch } from "../../host/host-files";
import type { HostTree } from "../../host/host-tree";
import { blockBatch, blockDevicesOf, blockFolder } from "./block-devices";
import { BlockStack } from "./block-stack";
import { type Content, contentOf } from "./file-systems";
import { mountsOf, swapPartitionsOf } from "./mounts";
import type { Owners, UseOf } from "./owners";
import { storageUses } from "./storage-uses";

export const btrfsFolder = "sys/fs/btrfs";
const poolsFolder = "proc/spl/kstat/zfs";
export const storageTexts = { mounts: "proc/self/mountinfo", swaps: "proc/swaps" } as const;

/** What {@link storageSecondBatch} and {@link readStorageUses} need read first. */
export const storageFirstBatch = {
  texts: Object.values(storageTexts),
  folders: [blockFolder, btrfsFolder, poolsFolder],
};

/** What {@link readStorageUses} needs read, once the first batch is there. */
export function storageSecondBatch(
  first: HostFiles,
): Required<Pick<ReadBatch, "texts" | "links" | "folders">> {
  const block = blockBatch(first.names(blockFolder));
  return { ...block, folders: [...block.folders, ...btrfsDeviceFolders(first)] };
}

/** What the host keeps on disks; asks udev's database for what the disks hold. */
export async function readStorageUses(
  tree: HostTree,
  first: HostFiles,
  second: HostFiles,
  owners: Owners,
): Promise<UseOf[]> {
  const devices = blockDevicesOf(first.names(blockFolder), second, owners);
  const entries = [...devices.values()].flatMap(({ name, numbers }) => {
    return numbers !== null && /^\d+:\d+$/.test(numbers) ? [[name, udevEntry(numbers)] as const] : [];
  });
  const udev = await tree.readMany({ texts: entries.map(([, path]) => path), skipForbidden: true });
  return storageUses({
    mounts: mountsOf(first.text(storageTexts.mounts) ?? ""),
    swaps: swapPartitionsOf(first.text(storageTexts.swaps) ?? ""),
    stack: new BlockStack(devices),
    btrfs: btrfsDeviceFolders(first).map((folder) => second.names(folder)),
    pools: first.names(poolsFolder),
    contents: new Map(
      entries.flatMap(([name, path]): [string, Content][] => {
        const content = contentOf(udev.text(path));
        return content === null ? [] : [[name, content]];
      }),
    ),
  });
}

/** Where udev keeps what it knows of a block device. */
export function udevEntry(numbers: string): string {
  return `run/udev/data/b${numbers}`;
}

function btrfsDeviceFolders(first: HostFiles): string[] {
  return first
    .names(btrfsFolder)
    .filter((name) => name !== "features")
    .map((name) => `${btrfsFolder}/${name}/devices`);
}
