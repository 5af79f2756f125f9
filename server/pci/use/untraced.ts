import type { BlockDevice } from "./block-devices";
import type { BlockStack } from "./block-stack";
import { type Mount, mountOf } from "./mounts";

/** What is made of other disks: without any below it, something is not told. */
const madeOfOthers = /^(md|dm-|drbd|bcache)/;

/** What lies in memory. */
const inMemory = /^(z?ram|pmem|nullb)\d/;

interface Sources {
  stack: BlockStack;
  mounts: readonly Mount[];
  /** A ZFS pool is imported, whose disks are told by that. */
  hasPool: boolean;
}

/** Whether something below a device is made of what nobody tells: disks that may be any. */
export function isUntraced(top: BlockDevice, sources: Sources): boolean {
  const all = sources.stack.downFrom(top);
  return all.some((device) => isBottom(device, sources.stack) && !isExplained(device, sources));
}

/** Block devices that are set up on disks which nobody tells. */
export function untracedDevices(sources: Sources): BlockDevice[] {
  return [...sources.stack.devices.values()].filter(
    (device) => isSetUp(device) && isUntraced(device, sources),
  );
}

/** Loop devices that show nothing are there, too, and have no size. */
function isSetUp({ name, sectors }: BlockDevice): boolean {
  return name.startsWith("loop") ? (sectors ?? 0) > 0 : madeOfOthers.test(name) && sectors !== 0;
}

function isBottom(device: BlockDevice, stack: BlockStack): boolean {
  const hasBacking = device.backing !== null && stack.at(device.backing) !== null;
  return device.owners.length === 0 && !hasBacking && !device.below.some((name) => stack.devices.has(name));
}

function isExplained(device: BlockDevice, { mounts, hasPool }: Sources): boolean {
  const { name, backing, through, isVirtual } = device;
  if (!isVirtual || through !== null || inMemory.test(name)) return true;
  if (backing !== null) return mountOf(backing, mounts) !== null;
  return /^zd\d/.test(name) && hasPool;
}
