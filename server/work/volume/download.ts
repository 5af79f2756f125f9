import * as z from "zod";
import { onPool } from "../../access/objects-of";
import { downloadSchema } from "../../storage/volume-request.schema";
import { defineAct, nothing } from "../act";
import { poolReference } from "../references.schema";
import { downloadKindName, downloadSteps } from "../storage/download-kind";
import { startVolumeJob } from "./start-volume-job";

/** Fetches a file from the web into a new volume, as a job. */
export const downloadStorageVolume = defineAct({
  name: "storage.downloadFromUrl",
  title: "Download a file into a volume",
  input: poolReference.extend(downloadSchema.shape),
  output: z.object({ jobId: z.guid() }),
  objects: onPool,
  // Its job has the volume in hand.
  inHand: nothing,
  run: (context, { hostId, ...input }) =>
    startVolumeJob(context, {
      hostId,
      kind: downloadKindName,
      title: `Download ${input.name}`,
      volume: input,
      steps: downloadSteps(input),
      jobInput: input,
    }),
});
