import * as z from "zod";
import { onJob } from "../../access/objects-of";
import { defineAct } from "../act";
import { jobReference } from "../references.schema";

/** Takes back an interrupted job, or tries once more where a failed one could not be taken back. */
export const undoJob = defineAct({
  name: "job.undo",
  title: "Undo an interrupted job",
  input: jobReference,
  output: z.void(),
  objects: onJob,
  run: ({ services }, { jobId }) => services.jobs.undo(jobId),
});
