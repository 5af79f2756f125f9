import { compareAddresses, slotOf } from "../../units/pci-address.schema";
import type { HardwareReport, PciDevice } from "../schema";

/** A report with its devices found by what the rules ask for; every list is ordered by address. */
export interface HostIndex {
  report: Pick<HardwareReport, "host" | "iommu" | "checks" | "unreadable" | "vendorReset">;
  devices: readonly PciDevice[];
  byAddress: ReadonlyMap<string, PciDevice>;
  byGroup: ReadonlyMap<number, readonly PciDevice[]>;
  /** By slot; virtual functions are left out, as they are cards of their own. */
  bySlot: ReadonlyMap<string, readonly PciDevice[]>;
  /** By the bridge that they are right behind. */
  byParent: ReadonlyMap<string, readonly PciDevice[]>;
  /** By "vendor:device". */
  byIds: ReadonlyMap<string, readonly PciDevice[]>;
  /** Virtual functions by their physical one. */
  virtualFunctions: ReadonlyMap<string, readonly PciDevice[]>;
  /** By the function that makes their PCI domain. */
  byDomainController: ReadonlyMap<string, readonly PciDevice[]>;
  displays: readonly PciDevice[];
  /** Devices that the host's default route goes out through. */
  defaultRoutes: readonly PciDevice[];
  /** The kernel tells how devices are reset (Linux 5.15 and later), so that silence about one means: not at all. */
  tellsResets: boolean;
  /** A ROM was seen on any device, so that a capture without one means: none. Older captures left them out. */
  tellsRoms: boolean;
}

export function indexHost(report: HardwareReport): HostIndex {
  const devices = [...report.devices].sort((left, right) => compareAddresses(left.address, right.address));
  return {
    report,
    devices,
    byAddress: new Map(devices.map((device) => [device.address, device])),
    byGroup: grouped(devices, ({ iommuGroup }) => iommuGroup),
    bySlot: grouped(devices, ({ address, physicalFunction }) =>
      physicalFunction === null ? slotOf(address) : null,
    ),
    byParent: grouped(devices, ({ parent }) => parent),
    byIds: grouped(devices, idsOf),
    virtualFunctions: grouped(devices, ({ physicalFunction }) => physicalFunction),
    byDomainController: grouped(devices, ({ domainController }) => domainController ?? null),
    displays: devices.filter((device) => device.class.startsWith("03")),
    defaultRoutes: devices.filter(({ usedBy }) => usedBy.some(({ kind }) => kind === "default-route")),
    tellsResets: devices.some(({ resetMethods }) => resetMethods.length > 0),
    tellsRoms: devices.some(({ hasRom }) => hasRom),
  };
}

/** "10de:2204" */
export function idsOf({ vendorId, deviceId }: PciDevice): string {
  return `${vendorId}:${deviceId}`;
}

function grouped<Key>(
  devices: readonly PciDevice[],
  keyOf: (device: PciDevice) => Key | null,
): Map<Key, PciDevice[]> {
  const groups = new Map<Key, PciDevice[]>();
  for (const device of devices) {
    const key = keyOf(device);
    if (key === null) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [device]);
    else group.push(device);
  }
  return groups;
}
