import * as z from "zod";
import type { JobMessage } from "../job/job.schema";
import { push } from "./push";
import { procedure, router } from "./trpc";

const jobReference = z.object({ jobId: z.guid() });

export const jobRouter = router({
  watch: procedure.subscription(({ ctx, signal }) =>
    push<JobMessage>(signal, (sink) => ctx.services.jobs.watch(sink)),
  ),
  cancel: procedure
    .input(jobReference)
    .mutation(({ ctx, input }) => ctx.services.jobs.cancel(input.jobId, ctx.user?.name ?? "")),
  finish: procedure.input(jobReference).mutation(({ ctx, input }) => ctx.services.jobs.finish(input.jobId)),
  undo: procedure.input(jobReference).mutation(({ ctx, input }) => ctx.services.jobs.undo(input.jobId)),
});
