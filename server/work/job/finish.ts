import * as z from "zod";
import { onJob } from "../../access/objects-of";
import { defineAct } from "../act";
import { jobReference } from "../references.schema";

/** Goes on with an interrupted job where it was. */
export const finishJob = defineAct({
  name: "job.finish",
  title: "Finish an interrupted job",
  input: jobReference,
  output: z.void(),
  objects: onJob,
  run: ({ services }, { jobId }) => services.jobs.finish(jobId),
});
