import * as z from "zod";
import { AppError } from "../../errors";
import { noteOf, type StepWork } from "../../job/job-kind";
import type { Connection } from "../../libvirt/connection";
import type { PlannedStep } from "../../plan.schema";
import { readCopySource, refuseForeignSource } from "../../storage/copy-source";
import { givenNameSchema } from "../../storage/names.schema";
import { capacityOf, resizeVolume } from "../../storage/volume-acts";
import { persevering } from "../persevering";
import { presentSoon } from "../present-soon";
import type { StorageRoom } from "../storage/storage-room";
import type { VolumeRooms } from "./delete-step";
import { refuseRunningUsers } from "./running-users";

/** What the job that resizes a volume is made of. */
export const resizeInputSchema = z.object({
  pool: givenNameSchema,
  volume: givenNameSchema,
  /** Bytes; what it had when the plan was made. */
  from: z.number(),
  to: z.number(),
});
export type ResizeInput = z.infer<typeof resizeInputSchema>;

/** What resizing a volume reaches. */
export type ResizeRooms = VolumeRooms & { storage: Pick<StorageRoom, "volumes"> };

const beganSchema = z.literal("began");

/** Sets a volume's capacity. One that was grown can be made as small as it was; what a smaller one lost is lost. */
export function resizeStep({ fleet, storage }: ResizeRooms, hostId: string, input: ResizeInput): StepWork {
  const { pool, volume, from, to } = input;
  const onHost = <T>(work: (connection: Connection) => Promise<T>) =>
    storage.change(hostId, `Volume ${volume}`, work);
  const place = { hostId, pool, volume };
  const isDone = async (connection: Connection) =>
    isAsWanted(input, await capacityOf(connection, pool, volume)) ? true : null;
  const refuseForeign = async (connection: Connection) =>
    refuseForeignSource(connection, await readCopySource(connection, pool, volume), "resized");
  return persevering(() => fleet.host(hostId), {
    run: async (context) => {
      await refuseRunningUsers(storage, place, "resize");
      await onHost(async (connection) => {
        const began = noteOf(context.note, beganSchema) !== null;
        if (began && (await presentSoon(() => isDone(connection))) !== null) return;
        if ((await capacityOf(connection, pool, volume)) !== from) throw changedMeanwhile(volume);
        await refuseForeign(connection);
        context.remember("began");
        await resizeVolume(connection, pool, volume, { capacityBytes: to, shrink: to < from });
      });
    },
    verify: () =>
      onHost(async (connection) => {
        if ((await isDone(connection)) === null) throw changedMeanwhile(volume);
      }),
    undo: async ({ note }) => {
      if (note === null) return;
      // Asked for just before a crash, it may be done only now.
      if ((await onHost((connection) => presentSoon(() => isDone(connection)))) === null) return;
      if (to < from) throw cutOff(volume, input);
      await refuseRunningUsers(storage, place, "resize");
      await onHost(async (connection) => {
        await refuseForeign(connection);
        await resizeVolume(connection, pool, volume, { capacityBytes: from, shrink: true });
      });
    },
  });
}

/** What is shown of {@link resizeStep}. */
export function resizeWords({ pool, volume, from, to }: ResizeInput): PlannedStep {
  const smaller = to < from;
  return {
    title: `Set the capacity of ${volume} to ${to} bytes`,
    effect: `virsh vol-resize --pool ${pool} ${volume} ${to}${smaller ? " --shrink" : ""}\nIt has ${from} bytes now.`,
    risk: smaller ? `What is beyond byte ${to} is lost for good.` : null,
    undo: smaller
      ? "What was cut off can’t be brought back."
      : `virsh vol-resize --pool ${pool} ${volume} ${from} --shrink`,
  };
}

/** libvirt rounds up to what the pool's kind can have. */
function isAsWanted({ from, to }: ResizeInput, now: number): boolean {
  return to < from ? now >= to && now < from : now >= to;
}

function changedMeanwhile(volume: string): AppError {
  return new AppError("conflict", {
    userMessage: `Somebody else has changed the capacity of ${volume} meanwhile. Look at it, then resize it again.`,
  });
}

function cutOff(volume: string, { from, to }: ResizeInput): AppError {
  return new AppError("conflict", {
    userMessage: `${volume} has ${to} bytes now. It can be given its ${from} bytes again, but what was beyond is lost.`,
  });
}
