import { can, type Who } from "../access/can";
import { onJob } from "../access/objects-of";
import type { Job } from "../job/job.schema";

/** Whether `who` may see a job. */
export function seesJob(who: Who, { id }: Job): boolean {
  return can(who, "job.see", onJob({ jobId: id }));
}
