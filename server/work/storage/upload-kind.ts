import * as z from "zod";
import { AppError } from "../../errors";
import type { Fleet } from "../../fleet/fleet";
import { defineJobKind, type JobKind, type StepContext, type StepWork } from "../../job/job-kind";
import type { PlannedStep } from "../../plan.schema";
import { checksumWord } from "../../storage/checksum.schema";
import { existingVolume } from "../../storage/look-up";
import { givenNameSchema } from "../../storage/names.schema";
import { createVolumeForFile } from "../../storage/volume-acts";
import { openUploadSchema } from "../../storage/volume-request.schema";
import { makeOwnVolume, removeOwnVolume } from "./own-volume";
import type { StorageRoom } from "./storage-room";

export const uploadKindName = "upload-volume";

const uploadInputSchema = openUploadSchema.extend({
  pool: givenNameSchema,
  uploadId: z.guid(),
  /** The id of the user who sends it; jobs of older versions name none. */
  owner: z.string().default(""),
});
export type UploadInput = z.infer<typeof uploadInputSchema>;

/** What the job reaches. */
export interface UploadRooms {
  fleet: Pick<Fleet, "host">;
  storage: Pick<StorageRoom, "uploads">;
}

/** Receives a file into a new volume, as long as its sender goes on with it. */
export function uploadKind(rooms: UploadRooms): JobKind<typeof uploadKindName> {
  return defineJobKind(uploadKindName, uploadInputSchema, (hostId, input) => [
    receiveStep(rooms, hostId, input),
  ]);
}

function receiveStep({ fleet, storage }: UploadRooms, hostId: string, input: UploadInput): StepWork {
  const { pool, name } = input;
  const host = () => fleet.host(hostId);
  return {
    run: async (context) => {
      // After a restart nobody waits for it any more: its sender asks for an upload that is gone.
      if (!storage.uploads.isAwaited(input.uploadId)) throw lostSender(name);
      await receive(storage, hostId, input, context);
    },
    verify: () =>
      host().run(`Volume ${name}`, async (connection) => void (await existingVolume(connection, pool, name))),
    undo: (memory) =>
      host().runLong(`Volume ${name}`, (connection) => removeOwnVolume(connection, { pool, name }, memory)),
  };
}

/** Opens the upload, and resolves when all of it is there. */
async function receive(
  { uploads }: UploadRooms["storage"],
  hostId: string,
  { pool, name, sizeBytes, checksum, uploadId, owner }: UploadInput,
  context: StepContext,
): Promise<void> {
  let ended: (problem: AppError | null) => void = () => undefined;
  const end = new Promise<AppError | null>((resolve) => (ended = resolve));
  const upload = await uploads.open(
    hostId,
    pool,
    { name, sizeBytes, checksum },
    {
      id: uploadId,
      owner,
      make: (connection) =>
        makeOwnVolume(connection, { pool, name }, context, {
          empty: true,
          create: (announce) => createVolumeForFile(connection, pool, name, sizeBytes, announce),
        }),
      progress: (bytes) => context.progress(bytes, sizeBytes),
      ended,
    },
  );
  // A volume that can't be deleted is tried once more when the step is taken back.
  const giveUp = () => void uploads.cancel(upload).catch(() => undefined);
  context.signal.addEventListener("abort", giveUp, { once: true });
  if (context.signal.aborted) giveUp();
  const problem = await end;
  context.signal.removeEventListener("abort", giveUp);
  if (problem !== null) throw problem;
}

/** The job's steps, for people. */
export function uploadSteps({ pool, name, sizeBytes, checksum }: UploadInput): PlannedStep[] {
  return [
    {
      title: `Receive ${name}`,
      effect: `${sizeBytes} bytes → ${pool}/${name}${checksum === null ? "" : `, and its ${checksumWord(checksum)} is ${checksum}`}`,
      risk: "Where Passdeck is stopped meanwhile, the file has to be sent again.",
      undo: `Delete ${name} from the pool ${pool}.`,
    },
  ];
}

function lostSender(name: string): AppError {
  return new AppError("conflict", {
    userMessage: `Passdeck was stopped while ${name} was uploaded, so what came of it was deleted. Upload it again.`,
  });
}
