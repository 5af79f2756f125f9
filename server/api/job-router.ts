import { can } from "../access/can";
import { onJob } from "../access/objects-of";
import { type Job, type JobMessage, jobMessageSchema } from "../job/job.schema";
import { cancelJob } from "../work/job/cancel";
import { finishJob } from "../work/job/finish";
import { undoJob } from "../work/job/undo";
import { mutation } from "./act-procedure";
import { push } from "./push";
import { stream } from "./stream";
import { installationProcedure, router } from "./trpc";

export const jobRouter = router({
  watch: installationProcedure.output(stream(jobMessageSchema)).subscription(({ ctx, signal }) =>
    push<JobMessage>(signal, (sink) => {
      const sees = ({ id }: Job) => can(ctx, "job.see", onJob({ jobId: id }));
      return ctx.services.jobs.watch((message) => {
        if (message.kind === "snapshot") sink({ ...message, jobs: message.jobs.filter(sees) });
        else if (sees(message.job)) sink(message);
      });
    }),
  ),
  cancel: mutation(cancelJob),
  finish: mutation(finishJob),
  undo: mutation(undoJob),
});
