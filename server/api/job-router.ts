import { type Job, type JobMessage, jobMessageSchema } from "../job/job.schema";
import { cancelJob } from "../work/job/cancel";
import { finishJob } from "../work/job/finish";
import { undoJob } from "../work/job/undo";
import { mutation } from "./act-procedure";
import { push } from "./push";
import { stream } from "./stream";
import { installationProcedure, router } from "./trpc";
import { seenJob } from "./veil";

export const jobRouter = router({
  watch: installationProcedure.output(stream(jobMessageSchema)).subscription(({ ctx, signal }) =>
    push<JobMessage>(signal, (sink) => {
      const { jobs, fleet } = ctx.services;
      const seen = (job: Job) => seenJob(ctx, fleet, job) ?? [];
      return jobs.watch((message) => {
        if (message.kind === "snapshot") return sink({ ...message, jobs: message.jobs.flatMap(seen) });
        for (const job of [seen(message.job)].flat()) sink({ kind: "job", job });
      });
    }),
  ),
  cancel: mutation(cancelJob),
  finish: mutation(finishJob),
  undo: mutation(undoJob),
});
