import { vmPath } from "@/components/fleet/vm-key";
import type { VmSummary } from "@/server/fleet/schema";

/** A VM whose definition hands it a device of the host. */
export interface DeviceOwner {
  vmId: string;
  vmName: string;
  /** The VM's page. */
  href: string;
  /** The VM runs, so it holds the device now. */
  running: boolean;
}

/** VMs by the PCI address of the devices that they are given. */
export type DeviceOwners = Readonly<Record<string, readonly DeviceOwner[]>>;

export const noOwners: DeviceOwners = {};

/** Who is given which device of a host. */
export function ownersOn(hostId: string | null, vms: Iterable<VmSummary>): DeviceOwners {
  const owners: Record<string, DeviceOwner[]> = {};
  for (const vm of vms) {
    if (vm.hostId !== hostId) continue;
    for (const address of vm.passthrough) {
      const owner = {
        vmId: vm.id,
        vmName: vm.name,
        href: vmPath(vm),
        running: vm.state !== "off" && vm.state !== "crashed",
      };
      owners[address] = [...(owners[address] ?? []), owner];
    }
  }
  return owners;
}
