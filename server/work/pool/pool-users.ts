import { AppError } from "../../errors";
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

/** Why a pool is not stopped: running VMs have disks of it. Null where none has. */
export function whyNotStop(fleet: Fleet, hostId: string, pool: string): string | null {
  const running = vmsOnPool(fleet, hostId, pool).filter((user) => user.running);
  return running.length === 0
    ? null
    : `The pool ${pool} is in use by ${namesOf(running)}. Shut that down first.`;
}

/** Why a pool is not deleted: the definitions of VMs name it. Null where none does. */
export function whyNotDelete(fleet: Fleet, hostId: string, pool: string): string | null {
  const users = vmsOnPool(fleet, hostId, pool);
  return users.length === 0
    ? null
    : `The definition of ${namesOf(users)} has disks of the pool ${pool}. Remove them there first.`;
}

/** @throws AppError "conflict" with a reason that there is. */
export function refuseFor(reason: string | null): void {
  if (reason !== null) throw new AppError("conflict", { userMessage: reason });
}
