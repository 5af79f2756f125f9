import { type DeviceKind, deviceKind } from "@/server/pci/device-kind.schema";
import type { JudgedDevice } from "@/server/pci/schema";
import type { VerdictStatus } from "@/server/pci/verdict.schema";
import type { GroupView } from "./group-view";

export interface DeviceFilter {
  /** Words that must all be found in a device; "group 7" finds that group. */
  search: string;
  kind: DeviceKind | null;
  verdict: VerdictStatus | null;
}

export interface FilteredGroup {
  group: GroupView;
  /** Addresses of the devices that were asked for; null where nothing is asked for. */
  matches: ReadonlySet<string> | null;
}

/** Whether everything is shown. */
export function isEmptyFilter({ search, kind, verdict }: DeviceFilter): boolean {
  return search.trim() === "" && kind === null && verdict === null;
}

/**
 * The groups with at least one device that fits. They keep all their devices, because who else is in the group is
 * what the page is for.
 */
export function filterGroups(groups: readonly GroupView[], filter: DeviceFilter): FilteredGroup[] {
  if (isEmptyFilter(filter)) return groups.map((group) => ({ group, matches: null }));
  const request = normalized(filter);
  return groups.flatMap((group) => {
    const fitting = group.devices.filter((device) => fits(device, request));
    if (fitting.length === 0) return [];
    return [{ group, matches: new Set(fitting.map((device) => device.address)) }];
  });
}

/** How many devices there are of each kind. */
export function countKinds(devices: readonly JudgedDevice[]): ReadonlyMap<DeviceKind, number> {
  return countBy(devices, (device) => deviceKind(device.class));
}

/** How many devices there are of each verdict. */
export function countVerdicts(devices: readonly JudgedDevice[]): ReadonlyMap<VerdictStatus, number> {
  return countBy(devices, (device) => device.verdict.status);
}

function countBy<Key>(
  devices: readonly JudgedDevice[],
  keyOf: (device: JudgedDevice) => Key,
): ReadonlyMap<Key, number> {
  const counts = new Map<Key, number>();
  for (const device of devices) counts.set(keyOf(device), (counts.get(keyOf(device)) ?? 0) + 1);
  return counts;
}

interface Request {
  words: readonly string[];
  group: number | null;
  kind: DeviceKind | null;
  verdict: VerdictStatus | null;
}

function normalized({ search, kind, verdict }: DeviceFilter): Request {
  const groupPattern = /\bgroup\s*(\d+)\b/i;
  const group = groupPattern.exec(search)?.[1];
  const words = search.replace(groupPattern, " ").toLowerCase().split(/\s+/).filter(Boolean);
  return { words, group: group === undefined ? null : Number(group), kind, verdict };
}

function fits(device: JudgedDevice, { words, group, kind, verdict }: Request): boolean {
  if (verdict !== null && device.verdict.status !== verdict) return false;
  if (kind !== null && deviceKind(device.class) !== kind) return false;
  if (group !== null && device.iommuGroup !== group) return false;
  return words.length === 0 || words.every((word) => searchText(device).includes(word));
}

const searchTexts = new WeakMap<JudgedDevice, string>();

/** All that a device can be found by, in small letters; put together once for each device. */
function searchText(device: JudgedDevice): string {
  const known = searchTexts.get(device);
  if (known !== undefined) return known;
  const text = [
    device.address,
    `${device.vendorId}:${device.deviceId}`,
    device.subsystem,
    device.vendor,
    device.product,
    device.subsystemVendor,
    device.subsystemProduct,
    device.classLabel,
    device.driver ?? "no driver",
  ]
    .join(" ")
    .toLowerCase();
  searchTexts.set(device, text);
  return text;
}
