import { randomUUID } from "node:crypto";
import { onPool } from "../../access/objects-of";
import { AppError } from "../../errors";
import type { Job } from "../../job/job.schema";
import { patienceMs } from "../../storage/upload/uploads";
import { uploadTicketSchema } from "../../storage/upload.schema";
import { openUploadSchema } from "../../storage/volume-request.schema";
import { defineAct, nothing } from "../act";
import { poolReference } from "../references.schema";
import { uploadKindName, uploadSteps } from "../storage/upload-kind";
import { startVolumeJob } from "./start-volume-job";

/** Begins a job that receives a file of that size into a volume, and gives the address that the file is sent to. */
export const openUpload = defineAct({
  name: "storage.openUpload",
  title: "Upload a file into a volume",
  input: poolReference.extend(openUploadSchema.shape),
  output: uploadTicketSchema,
  objects: onPool,
  // Its job has the volume in hand.
  inHand: nothing,
  async run(context, { hostId, ...request }) {
    const { storage, jobs } = context.services;
    storage.uploads.refuseFull();
    const jobInput = { ...request, uploadId: randomUUID(), owner: context.user?.id ?? "" };
    const { opened, forget } = storage.uploads.awaitOpened(jobInput.uploadId);
    try {
      const { jobId } = await startVolumeJob(context, {
        hostId,
        kind: uploadKindName,
        title: `Upload ${request.name}`,
        volume: request,
        steps: uploadSteps(jobInput),
        jobInput,
      });
      const { parts, touchedAt } = await Promise.race([opened, jobs.ended(jobId).then(refuse)]);
      return { url: `/api/uploads/${parts.id}`, expiresAt: touchedAt + patienceMs };
    } finally {
      forget();
    }
  },
});

/** Its job ended before the upload was open. */
function refuse({ title, problem }: Job): never {
  throw new AppError("conflict", { userMessage: problem ?? `“${title}” has ended already.` });
}
