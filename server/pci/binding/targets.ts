import { compareAddresses } from "../../units/pci-address.schema";
import type { JudgedDevice, JudgedReport } from "../schema";

/** What a plan is about: whole cards, and what else of their groups has to be known. */
export interface Targets {
  /** All functions of the cards, by group and then by address. */
  devices: JudgedDevice[];
  /** Addresses that the host doesn't have. */
  missing: string[];
}

/** The cards that the given functions belong to, each with all of its functions. */
export function targetsOf(report: JudgedReport, addresses: readonly string[]): Targets {
  const byAddress = new Map(report.devices.map((device) => [device.address, device]));
  const found = addresses.flatMap((address) => byAddress.get(address) ?? []);
  // A bridge is no part of a card, and stands for itself.
  const wanted = new Set(found.flatMap(({ address, needs }) => [address, ...needs.guestGets]));
  return {
    devices: report.devices.filter(({ address }) => wanted.has(address)).sort(byGroup),
    missing: addresses.filter((address) => !byAddress.has(address)),
  };
}

/** The group that is complete with `device` when `devices` are bound in their order; null where others follow. */
export function groupCompletedBy(device: JudgedDevice, devices: readonly JudgedDevice[]): number | null {
  const last = devices.filter(({ iommuGroup }) => iommuGroup === device.iommuGroup).at(-1);
  return last === device ? device.iommuGroup : null;
}

function byGroup(left: JudgedDevice, right: JudgedDevice): number {
  const groups = (left.iommuGroup ?? -1) - (right.iommuGroup ?? -1);
  return groups || compareAddresses(left.address, right.address);
}
