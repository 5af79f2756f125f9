import * as z from "zod";
import { AppError } from "../../errors";
import type { Fleet } from "../../fleet/fleet";
import { noteOf, type StepMemory, type StepWork } from "../../job/job-kind";
import type { Connection } from "../../libvirt/connection";
import type { PlannedStep } from "../../plan.schema";
import type { VolumeHandle } from "../../storage/look-up";
import { persevering } from "../persevering";
import { goneSoon } from "../present-soon";
import { identityOf, lookUpVolume, type VolumePlace } from "../storage/own-volume";
import type { StorageRoom } from "../storage/storage-room";
import { deleteWhenWhole, untilWhole } from "../storage/until-whole";
import { isStill } from "../storage/volume-identity";
import { whyInUse } from "./why-in-use";

/** What deleting a volume reaches. */
export interface VolumeRooms {
  fleet: Pick<Fleet, "host">;
  storage: Pick<StorageRoom, "change" | "usage">;
}

/** A volume that is to be deleted. */
export interface DoomedVolume extends VolumePlace {
  hostId: string;
  /** The VM that it is deleted with, and whose using it is no hindrance. */
  exceptVm: string | null;
}

/** The volume as it was before libvirt was asked to delete it: one that is there later is another's. */
const noteSchema = z.object({ as: z.record(z.string(), z.string().nullable()) });

/** Deletes a volume that nothing uses. One that is gone can't be brought back, which is said. */
export function deleteVolumeStep({ fleet, storage }: VolumeRooms, doomed: DoomedVolume): StepWork {
  const { hostId, pool, name } = doomed;
  const onHost = <T>(work: (connection: Connection) => Promise<T>) =>
    storage.change(hostId, `Volume ${name}`, work);
  return persevering(() => fleet.host(hostId), {
    run: (context) =>
      onHost(async (connection) => {
        const vol = await doomedVolume(connection, doomed, context);
        if (vol === null) return;
        if (context.note === null) {
          await refuseUsed(storage, connection, doomed);
          // Before it is whole nobody can tell by what it will be known.
          await untilWhole(connection, vol, context.signal);
          const identity = await identityOf(connection, vol);
          if (identity === null) return;
          context.remember({ as: { ...identity.lasting } });
        }
        await deleteWhenWhole(connection, vol, context.signal);
      }),
    verify: (memory) =>
      onHost(async (connection) => {
        if ((await doomedVolume(connection, doomed, memory)) !== null) throw stillThere(pool, name);
      }),
    undo: (memory) =>
      onHost(async (connection) => {
        if (memory.note === null) return;
        // Asked for just before a crash, it may be deleted only now.
        if (await goneSoon(async () => (await doomedVolume(connection, doomed, memory)) !== null))
          throw isDeleted(pool, name);
      }),
  });
}

/** What is shown of {@link deleteVolumeStep}. */
export function deleteVolumeWords({ pool, name }: VolumePlace): PlannedStep {
  return {
    title: `Delete the volume ${name} from the pool ${pool}`,
    effect: `virsh vol-delete --pool ${pool} ${name}`,
    risk: "What is in it is lost for good.",
    undo: "A deleted volume can’t be brought back: not by a cancel, and not where a later step fails.",
  };
}

/** The volume, as long as it is the one that was meant; null where it is gone, whatever is in its place. */
async function doomedVolume(
  connection: Connection,
  place: VolumePlace,
  memory: StepMemory,
): Promise<VolumeHandle | null> {
  const note = noteOf(memory.note, noteSchema);
  const vol = await lookUpVolume(connection, place);
  if (vol === null || note === null) return vol;
  const identity = await identityOf(connection, vol);
  return identity !== null && isStill(identity, note.as) ? vol : null;
}

async function refuseUsed(
  storage: Pick<StorageRoom, "usage">,
  connection: Connection,
  { hostId, pool, name, exceptVm }: DoomedVolume,
): Promise<void> {
  const usage = await storage.usage(hostId, connection);
  const volume = usage.volumes.find((one) => one.pool === pool && one.name === name);
  const why = volume === undefined ? null : whyInUse(usage, volume, exceptVm);
  if (why !== null) throw new AppError("conflict", { userMessage: why });
}

function stillThere(pool: string, name: string): AppError {
  return new AppError("conflict", {
    userMessage: `libvirt has deleted ${name}, and the pool ${pool} has it still. Refresh the pool, and look whether somebody else makes it.`,
  });
}

function isDeleted(pool: string, name: string): AppError {
  return new AppError("conflict", {
    userMessage: `${name} is deleted from the pool ${pool}, and what was in it can’t be brought back.`,
  });
}
