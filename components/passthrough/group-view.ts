import { isBridge } from "@/server/pci/device-kind.schema";
import type { JudgedDevice, JudgedReport } from "@/server/pci/schema";

/** An IOMMU group with its devices, as the page draws it. */
export interface GroupView {
  /** Null for the devices that are in no group. */
  id: number | null;
  devices: readonly JudgedDevice[];
  /** How many cards share the group, bridges left aside. */
  cards: number;
  isolated: boolean;
}

/** The report's groups with their devices, and last the devices that are in none. */
export function groupsOf(report: JudgedReport): GroupView[] {
  const devices = new Map(report.devices.map((device) => [device.address, device]));
  const groups = report.groups.map((group): GroupView => {
    const members = group.devices.flatMap((address) => devices.get(address) ?? []);
    return { id: group.id, devices: members, cards: cardCount(members), isolated: group.isolated };
  });
  const ungrouped = report.devices.filter((device) => device.iommuGroup === null);
  if (ungrouped.length === 0) return groups;
  return [...groups, { id: null, devices: ungrouped, cards: cardCount(ungrouped), isolated: false }];
}

/** A card is counted once, by its function with the lowest address. */
function cardCount(devices: readonly JudgedDevice[]): number {
  const endpoints = devices.filter((device) => !isBridge(device));
  return new Set(endpoints.map((device) => [device.address, ...device.companions].sort()[0])).size;
}
