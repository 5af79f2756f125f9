import { onVolume } from "../../access/objects-of";
import { AppError } from "../../errors";
import { defineJobKind, type JobKind } from "../../job/job-kind";
import { withFingerprint } from "../../plan-fingerprint";
import { keptBeside, placedSource } from "../../storage/copy-source";
import { agreement, definePlannedAct } from "../planned-act";
import { volumeReference } from "../references.schema";
import { deleteVolumeStep, deleteVolumeWords, type VolumeRooms } from "./delete-step";
import { whyInUse } from "./why-in-use";

const jobInputSchema = volumeReference.omit({ hostId: true });

/** Deletes a volume that no VM's definition names and no other volume is built on. */
export const deleteStorageVolume = definePlannedAct({
  names: { plan: "storage.planDeleteVolume", run: "storage.deleteVolume" },
  title: "Delete a volume",
  input: volumeReference,
  agreed: volumeReference.extend(agreement),
  objects: onVolume,
  async plan({ services: { fleet, storage } }, { hostId, pool, volume: name }) {
    const { volume, refusal, kept } = await fleet
      .host(hostId)
      .runLong(`Volume ${name}`, async (connection) => {
        const usage = await storage.usage(hostId, connection);
        const volume = usage.volumes.find((one) => one.pool === pool && one.name === name);
        if (volume === undefined) throw noVolume(pool, name);
        const refusal = whyInUse(usage, volume, null);
        const kept = refusal === null ? await keptBeside(connection, placedSource(volume)) : [];
        return { volume, refusal, kept };
      });
    const jobInput = { pool, volume: name };
    const plan = {
      kind: "delete-volume",
      title: `Delete ${name}`,
      steps: refusal === null ? [deleteVolumeWords({ pool, name })] : [],
      warnings: kept,
      refusal,
    };
    // Another volume of that name is another plan.
    return { plan: withFingerprint(plan, { ...jobInput, key: volume.key }), jobInput };
  },
});

/** The job that deletes a volume. */
export function deleteVolumeKind(rooms: VolumeRooms): JobKind<"delete-volume"> {
  return defineJobKind("delete-volume", jobInputSchema, (hostId, { pool, volume }) => [
    deleteVolumeStep(rooms, { hostId, pool, name: volume, exceptVm: null }),
  ]);
}

/** An AppError "not-found". */
export function noVolume(pool: string, name: string): AppError {
  return new AppError("not-found", {
    userMessage: `The pool ${pool} has no volume “${name}”, or is stopped. Refresh the pool if its files were changed outside libvirt.`,
  });
}
