import { type DeviceKind, deviceKind } from "@/server/pci/device-kind.schema";
import type { PciDevice } from "@/server/pci/schema";
import type { GroupView } from "./group-view";

export interface DeviceFilter {
  /** Words that must all be found in a device; "group 7" finds that group. */
  search: string;
  kind: DeviceKind | null;
}

export interface FilteredGroup {
  group: GroupView;
  /** Addresses of the devices that were asked for; null where nothing is asked for. */
  matches: ReadonlySet<string> | null;
}

/** Whether everything is shown. */
export function isEmptyFilter({ search, kind }: DeviceFilter): boolean {
  return search.trim() === "" && kind === null;
}

/**
 * The groups with at least one device that fits. They keep all their devices, because who else is in the group is
 * what the page is for.
 */
export function filterGroups(groups: readonly GroupView[], filter: DeviceFilter): FilteredGroup[] {
  if (isEmptyFilter(filter)) return groups.map((group) => ({ group, matches: null }));
  const wish = wishOf(filter);
  return groups.flatMap((group) => {
    const fitting = group.devices.filter((device) => fits(device, wish));
    if (fitting.length === 0) return [];
    return [{ group, matches: new Set(fitting.map((device) => device.address)) }];
  });
}

/** How many devices there are of each kind. */
export function countKinds(devices: readonly PciDevice[]): ReadonlyMap<DeviceKind, number> {
  const counts = new Map<DeviceKind, number>();
  for (const device of devices) {
    const kind = deviceKind(device.class);
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return counts;
}

interface Wish {
  words: readonly string[];
  group: number | null;
  kind: DeviceKind | null;
}

function wishOf({ search, kind }: DeviceFilter): Wish {
  const groupPattern = /\bgroup\s*(\d+)\b/i;
  const group = groupPattern.exec(search)?.[1];
  const words = search.replace(groupPattern, " ").toLowerCase().split(/\s+/).filter(Boolean);
  return { words, group: group === undefined ? null : Number(group), kind };
}

function fits(device: PciDevice, { words, group, kind }: Wish): boolean {
  if (kind !== null && deviceKind(device.class) !== kind) return false;
  if (group !== null && device.iommuGroup !== group) return false;
  return words.length === 0 || words.every((word) => searchText(device).includes(word));
}

const searchTexts = new WeakMap<PciDevice, string>();

/** All that a device can be found by, in small letters; put together once for each device. */
function searchText(device: PciDevice): string {
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
