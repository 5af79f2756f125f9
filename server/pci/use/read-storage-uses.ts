import type { HostFiles, ReadBatch } from "../../host/host-files";
import type { RawDevice } from "../raw-device";
import { runningArraysOf } from "./array-tables";
import { blockBatch, blockDevicesOf, blockFolder } from "./block-devices";
import { BlockStack } from "./block-stack";
import { configuredMounts } from "./configured-shares";
import { configuredStorageOf } from "./configured-storage";
import { type Content, contentOf, udevEntry } from "./contents";
import { carrierBatch, carrierFolders, type DiskCarriers } from "./disk-carriers";
import { targetDisks, targetFirstFolders, targetFolders, targetTexts, unlistedTargets } from "./disk-targets";
import type { DeviceGroup } from "./file-systems";
import { type Mount, mountsOf, plainMountsOf, swapsOf } from "./mounts";
import { networkFileSystems } from "./network-file-systems";
import type { NetworkPaths } from "./network-paths";
import {
  arrayTable,
  configurationFolders,
  configurationOf,
  configurationPaths,
  unreadConfiguration,
} from "./read-configuration";
import { replicationUses } from "./replicated-disks";
import { type GapOf, storageGaps } from "./storage-gaps";
import { type FoundStorage, type StorageSources, storageUses } from "./storage-uses";
import type { ZfsFacts } from "./zfs-pools";

export const btrfsFolder = "sys/fs/btrfs";
export const bcachefsFolder = "sys/fs/bcachefs";
/**
 * Drivers of file systems on one device that have a folder for each which is mounted, by the kernel's name of the device
 * (Documentation/ABI/testing/sysfs-fs-ext4, -xfs, -f2fs, -erofs, -nilfs2). What is below an overlay, or was detached
 * while in use (umount(8), "--lazy"), is in no mount table.
 */
const holderFolders = ["ext4", "xfs", "f2fs", "erofs", "nilfs2"].map((name) => `sys/fs/${name}`);
export const poolsFolder = "proc/spl/kstat/zfs";
const zfsModule = "sys/module/zfs";
export const storageTexts = { mounts: "proc/self/mountinfo", swaps: "proc/swaps" } as const;
/** The host's own mount table, where Passdeck runs in another mount namespace, and forms of it that tell less. */
const otherMountTables = {
  host: "proc/1/mountinfo",
  plain: ["proc/self/mounts", "proc/1/mounts"],
} as const;

/** What is read first: the mount table, and the names of disks, Btrfs file systems and ZFS pools. */
export const storageFirstBatch = {
  texts: [...Object.values(storageTexts), "proc/meminfo", "proc/cmdline", "proc/modules"],
  folders: [
    ...[blockFolder, btrfsFolder, bcachefsFolder, ...holderFolders, poolsFolder, zfsModule],
    ...configurationFolders,
    ...carrierFolders,
    ...targetFirstFolders,
  ],
};

/** What is read once the names are known. */
export function storageSecondBatch(
  first: HostFiles,
): Required<Pick<ReadBatch, "texts" | "links" | "folders">> {
  const block = blockBatch(first.names(blockFolder));
  const carriers = carrierBatch(first);
  return {
    texts: [
      ...block.texts,
      ...carriers.texts,
      ...configurationPaths(first),
      otherMountTables.host,
      ...otherMountTables.plain,
    ],
    links: [...block.links, ...carriers.links],
    folders: [
      ...block.folders,
      ...carriers.folders,
      ...btrfsDeviceFolders(first),
      ...first.names(bcachefsFolder).map((name) => `${bcachefsFolder}/${name}`),
      ...first.names(poolsFolder).map((name) => `${poolsFolder}/${name}`),
      ...targetFolders(first),
    ],
  };
}

/** What is read last: udev's entries of the block devices, which tell what they hold, members of bcachefs, targets' disks. */
export function contentBatch(first: HostFiles, second: HostFiles): { texts: string[]; links: string[] } {
  return {
    texts: [
      ...numberedDevices(first, second).map(([, numbers]) => udevEntry(numbers)),
      ...targetTexts(first, second),
    ],
    links: bcachefsLinks(first, second).flat(),
  };
}

/** What is read of storage, and who else has something mounted. */
export interface StorageFiles {
  first: HostFiles;
  second: HostFiles;
  contents: HostFiles;
  /** Mount tables of other mount namespaces, by a process in each. */
  namespaces: ReadonlyMap<string, string>;
}

/** What the host keeps on disks, and what is not known of it. */
export interface StorageFacts extends FoundStorage {
  stack: BlockStack;
  gaps: GapOf[];
}

interface StorageHardware {
  /** All PCI functions. */
  devices: readonly RawDevice[];
  /** What disks hang on. */
  carriers: DiskCarriers;
  /** Ways to other hosts. */
  paths: NetworkPaths;
  /** Network cards that the host drives. */
  cards: readonly string[];
}

export function storageFactsOf(files: StorageFiles, hardware: StorageHardware): StorageFacts {
  const { first, second, contents } = files;
  const arrays = runningArraysOf(second.text(arrayTable) ?? "");
  const blocks = blockDevicesOf(first.names(blockFolder), second, hardware.carriers, arrays);
  const stack = new BlockStack(blocks, contentsOf(first, second, contents));
  const main = mainMounts(first, second);
  const configuration = configurationOf(first, second);
  const sources: StorageSources = {
    mounts: [...main, ...mountsElsewhere(main, files.namespaces)],
    swaps: swapsOf(first.text(storageTexts.swaps) ?? ""),
    stack,
    groups: groupsOf(files),
    held: heldDevices(first).map(({ name }) => name),
    zfs: zfsFacts(first, second),
    configured: configuredStorageOf(configuration),
    targets: targetDisks(first, second, contents),
  };
  const found = storageUses(sources);
  const read = {
    mounts: main.length > 0,
    swaps:
      first.text(storageTexts.swaps) !== null ||
      /^SwapTotal:\s+0 kB$/m.test(first.text("proc/meminfo") ?? ""),
    blockDevices: first.lists(blockFolder),
    arrays: second.text(arrayTable) !== null,
    targets: unlistedTargets(first),
    configuration: unreadConfiguration(first, second),
  };
  const { paths, cards } = hardware;
  const remote = networkFileSystems(
    sources.mounts,
    configuredMounts(configuration.fileSystems, configuration.units),
    paths,
    cards,
  );
  const replicated = replicationUses(blocks.values(), configuration.replication, paths, cards);
  return {
    uses: [...found.uses, ...remote.uses, ...replicated.uses],
    lost: found.lost,
    stack,
    gaps: [...storageGaps(sources, found, read, hardware), ...remote.gaps, ...replicated.gaps],
  };
}

/** Passdeck's own mount table and that of the host's first process; where neither tells numbers, the plain ones. */
export function mainMounts(first: HostFiles, second: HostFiles): Mount[] {
  const tables = [first.text(storageTexts.mounts), second.text(otherMountTables.host)];
  const mounts = tables.flatMap((table) => mountsOf(table ?? ""));
  if (mounts.length > 0) return mounts;
  return otherMountTables.plain.flatMap((path) => plainMountsOf(second.text(path) ?? ""));
}

/** What is mounted in containers and in services with mounts of their own, and not at the host's own places. */
function mountsElsewhere(main: readonly Mount[], namespaces: ReadonlyMap<string, string>): Mount[] {
  const known = new Set(main.map(({ numbers }) => numbers));
  return [...namespaces].flatMap(([processId, table]) =>
    mountsOf(table)
      .filter(({ numbers }) => !known.has(numbers))
      .map((mount) => ({ ...mount, place: `${mount.place} (of process ${processId})` })),
  );
}

function zfsFacts(first: HostFiles, second: HostFiles): ZfsFacts {
  const modules = first.text("proc/modules");
  const isLoaded = modules === null || /^zfs /m.test(modules) || first.lists(zfsModule);
  return { pools: poolsOf(first, second), isKnown: first.lists(poolsFolder) || !isLoaded };
}

/** Pools are the folders among the statistics of ZFS. */
export function poolsOf(first: HostFiles, second: HostFiles): string[] {
  return first.names(poolsFolder).filter((name) => second.lists(`${poolsFolder}/${name}`));
}

/** Block devices in {@link holderFolders}; "features" and the like are none. */
export function heldDevices(first: HostFiles): { folder: string; name: string }[] {
  const blocks = new Set(first.names(blockFolder));
  return holderFolders.flatMap((folder) =>
    first
      .names(folder)
      .filter((name) => blocks.has(name))
      .map((name) => ({ folder, name })),
  );
}

function groupsOf({ first, second, contents }: StorageFiles): DeviceGroup[] {
  return [
    ...btrfsDeviceFolders(first).map(
      (folder): DeviceGroup => ({ fileSystem: "btrfs", devices: second.names(folder) }),
    ),
    ...bcachefsLinks(first, second).map(
      (links): DeviceGroup => ({
        fileSystem: "bcachefs",
        devices: links.flatMap((link) => contents.link(link)?.split("/").at(-1) ?? []),
      }),
    ),
  ];
}

/** Of each bcachefs the links to its devices: /sys/fs/bcachefs/UUID/dev-0/block (bcachefs's manual, "sysfs"). */
export function bcachefsLinks(first: HostFiles, second: HostFiles): string[][] {
  return first.names(bcachefsFolder).map((name) =>
    second
      .names(`${bcachefsFolder}/${name}`)
      .filter((entry) => /^dev-\d+$/.test(entry))
      .map((entry) => `${bcachefsFolder}/${name}/${entry}/block`),
  );
}

function contentsOf(first: HostFiles, second: HostFiles, contents: HostFiles): Map<string, Content> {
  return new Map(
    numberedDevices(first, second).flatMap(([name, numbers]): [string, Content][] => {
      const content = contentOf(contents.text(udevEntry(numbers)));
      return content === null ? [] : [[name, content]];
    }),
  );
}

/** Block devices with their major and minor number ("259:2"). */
export function numberedDevices(first: HostFiles, second: HostFiles): [name: string, numbers: string][] {
  return first.names(blockFolder).flatMap((name): [string, string][] => {
    const numbers = second.word(`${blockFolder}/${name}/dev`) ?? "";
    return /^\d{1,5}:\d{1,8}$/.test(numbers) ? [[name, numbers]] : [];
  });
}

function btrfsDeviceFolders(first: HostFiles): string[] {
  return first
    .names(btrfsFolder)
    .filter((name) => name !== "features")
    .map((name) => `${btrfsFolder}/${name}/devices`);
}
