import * as z from "zod";
import { onJob } from "../../access/objects-of";
import { defineAct } from "../act";
import { jobReference } from "../references.schema";

/** Has a running job stop after its step and take back what it did. */
export const cancelJob = defineAct({
  name: "job.cancel",
  title: "Cancel a job",
  input: jobReference,
  output: z.void(),
  objects: onJob,
  run: ({ services, by }, { jobId }) => services.jobs.cancel(jobId, by),
});
