import type * as z from "zod";
import { AppError } from "../../errors";
import { namesOf } from "../pool/pool-users";
import type { volumeReference } from "../references.schema";
import type { StorageRoom } from "../storage/storage-room";

/**
 * Refuses what is done to a disk under no running VM.
 * @param act As in "then Passdeck can … it".
 * @throws AppError "conflict" that names the VMs.
 */
export async function refuseRunningUsers(
  storage: StorageRoom,
  { hostId, pool, volume }: z.output<typeof volumeReference>,
  act: "resize" | "copy",
): Promise<void> {
  const found = (await storage.volumes(hostId, pool))?.find(({ name }) => name === volume);
  const running = found?.format === "iso" ? [] : (found?.usedBy.filter((user) => user.running) ?? []);
  if (running.length === 0) return;
  throw new AppError("conflict", {
    userMessage: `${volume} is in use by ${namesOf(running)}. Shut that down first; then Passdeck can ${act} it.`,
  });
}
