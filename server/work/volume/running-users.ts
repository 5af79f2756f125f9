import type * as z from "zod";
import { AppError } from "../../errors";
import type { VolumeSummary, VolumeUser } from "../../storage/volume.schema";
import { namesOf } from "../pool/pool-users";
import type { volumeReference } from "../references.schema";
import type { StorageRoom } from "../storage/storage-room";

/**
 * Refuses what is done to a disk under no running VM.
 * @param act As in "then Passdeck can … it".
 * @throws AppError "conflict" that names the VMs.
 */
export async function refuseRunningUsers(
  storage: Pick<StorageRoom, "volumes">,
  { hostId, pool, volume }: z.output<typeof volumeReference>,
  act: "resize" | "copy",
): Promise<void> {
  const found = (await storage.volumes(hostId, pool))?.find(({ name }) => name === volume);
  const running = found === undefined ? [] : runningUsers(found);
  if (running.length > 0) throw new AppError("conflict", { userMessage: isInUse(volume, running, act) });
}

/** The running VMs that may write to a volume. */
export function runningUsers({ format, usedBy }: Pick<VolumeSummary, "format" | "usedBy">): VolumeUser[] {
  return format === "iso" ? [] : usedBy.filter((user) => user.running);
}

/** @param act As in "then Passdeck can … it". */
export function isInUse(volume: string, running: readonly VolumeUser[], act: string): string {
  return `${volume} is in use by ${namesOf(running)}. Shut that down first; then Passdeck can ${act} it.`;
}
