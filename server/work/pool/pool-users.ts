import type { Fleet } from "../../fleet/fleet";
import type { VolumeUser } from "../../storage/volume.schema";

/** VMs whose disks are volumes of the pool by its name; those that have them by path do without the pool. */
export function vmsOnPool(fleet: Fleet, hostId: string, pool: string): VolumeUser[] {
  return fleet
    .vmsOf(hostId)
    .filter(({ summary }) => summary.disks.some(({ source }) => source?.startsWith(`${pool}/`)))
    .map(({ summary: { id, name, state } }) => ({ vmId: id, vmName: name, running: state !== "off" }));
}

/** "the VM a, b" */
export function namesOf(users: readonly VolumeUser[]): string {
  return `the VM ${users.map(({ vmName }) => vmName).join(", ")}`;
}
