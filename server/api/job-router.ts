import * as z from "zod";
import { can } from "../access/can";
import { onJob } from "../access/objects-of";
import type { Job, JobMessage } from "../job/job.schema";
import { push } from "./push";
import { installationProcedure, procedure, router } from "./trpc";

const jobReference = z.object({ jobId: z.guid() });

export const jobRouter = router({
  watch: installationProcedure.subscription(({ ctx, signal }) =>
    push<JobMessage>(signal, (sink) => {
      const sees = ({ id }: Job) => can(ctx, "job.see", onJob({ jobId: id }));
      return ctx.services.jobs.watch((message) => {
        if (message.kind === "snapshot") sink({ ...message, jobs: message.jobs.filter(sees) });
        else if (sees(message.job)) sink(message);
      });
    }),
  ),
  cancel: procedure(jobReference, onJob).mutation(({ ctx, input }) =>
    ctx.services.jobs.cancel(input.jobId, ctx.user?.name ?? ""),
  ),
  finish: procedure(jobReference, onJob).mutation(({ ctx, input }) => ctx.services.jobs.finish(input.jobId)),
  undo: procedure(jobReference, onJob).mutation(({ ctx, input }) => ctx.services.jobs.undo(input.jobId)),
});
