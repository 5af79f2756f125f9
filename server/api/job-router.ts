import * as z from "zod";
import { onJob } from "../access/objects-of";
import type { JobMessage } from "../job/job.schema";
import { push } from "./push";
import { installationProcedure, procedure, router } from "./trpc";

const jobReference = z.object({ jobId: z.guid() });

export const jobRouter = router({
  watch: installationProcedure.subscription(({ ctx, signal }) =>
    push<JobMessage>(signal, (sink) => ctx.services.jobs.watch(sink)),
  ),
  cancel: procedure(jobReference, onJob).mutation(({ ctx, input }) =>
    ctx.services.jobs.cancel(input.jobId, ctx.user?.name ?? ""),
  ),
  finish: procedure(jobReference, onJob).mutation(({ ctx, input }) => ctx.services.jobs.finish(input.jobId)),
  undo: procedure(jobReference, onJob).mutation(({ ctx, input }) => ctx.services.jobs.undo(input.jobId)),
});
