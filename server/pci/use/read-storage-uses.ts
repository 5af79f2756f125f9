import type { HostFiles, ReadBatch } from "../../host/host-files";
import { blockBatch, blockDevicesOf, blockFolder } from "./block-devices";
import { BlockStack } from "./block-stack";
import { type Content, contentOf } from "./file-systems";
import { mountsOf, swapPartitionsOf } from "./mounts";
import type { Owners, UseOf } from "./owners";
import { storageUses } from "./storage-uses";

export const btrfsFolder = "sys/fs/btrfs";
export const poolsFolder = "proc/spl/kstat/zfs";
export const storageTexts = { mounts: "proc/self/mountinfo", swaps: "proc/swaps" } as const;

/** What is read first: the mount table, and the names of disks, Btrfs file systems and ZFS pools. */
export const storageFirstBatch = {
  texts: Object.values(storageTexts),
  folders: [blockFolder, btrfsFolder, poolsFolder],
};

/** What is read once the names are known. */
export function storageSecondBatch(
  first: HostFiles,
): Required<Pick<ReadBatch, "texts" | "links" | "folders">> {
  const block = blockBatch(first.names(blockFolder));
  return { ...block, folders: [...block.folders, ...btrfsDeviceFolders(first)] };
}

/** What is read last: udev's entries of the block devices, which tell what they hold. */
export function contentBatch(first: HostFiles, second: HostFiles): { texts: string[] } {
  return { texts: numberedDevices(first, second).map(([, numbers]) => udevEntry(numbers)) };
}

/** What the host keeps on disks, from the files of the three batches. */
export function storageUsesOf(
  first: HostFiles,
  second: HostFiles,
  contents: HostFiles,
  owners: Owners,
): UseOf[] {
  const devices = blockDevicesOf(first.names(blockFolder), second, owners);
  return storageUses({
    mounts: mountsOf(first.text(storageTexts.mounts) ?? ""),
    swaps: swapPartitionsOf(first.text(storageTexts.swaps) ?? ""),
    stack: new BlockStack(devices),
    btrfs: btrfsDeviceFolders(first).map((folder) => second.names(folder)),
    pools: first.names(poolsFolder),
    contents: new Map(
      numberedDevices(first, second).flatMap(([name, numbers]): [string, Content][] => {
        const content = contentOf(contents.text(udevEntry(numbers)));
        return content === null ? [] : [[name, content]];
      }),
    ),
  });
}

/** Block devices with their major and minor number ("259:2"). */
export function numberedDevices(first: HostFiles, second: HostFiles): [name: string, numbers: string][] {
  return first.names(blockFolder).flatMap((name): [string, string][] => {
    const numbers = second.word(`${blockFolder}/${name}/dev`) ?? "";
    return /^\d{1,5}:\d{1,8}$/.test(numbers) ? [[name, numbers]] : [];
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
