import { api } from "@/components/data/api";
import { keepSubscribed } from "@/components/data/keep-subscribed";
import { jobLooks } from "./job-look";

/**
 * Resolves when a job is done, also where what began it is gone from the page by then. Rejects with what went wrong
 * where it ends otherwise.
 */
export function jobDone({ jobId }: { jobId: string }): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = keepSubscribed(api.job.watch.subscriptionOptions(), {
      onData(message) {
        const jobs = message.kind === "snapshot" ? message.jobs : [message.job];
        const job = jobs.find(({ id }) => id === jobId);
        if (job === undefined || job.state === "running") return;
        stop();
        if (job.state === "done") resolve();
        else reject(new Error(job.problem ?? jobLooks[job.state].meaning));
      },
    });
  });
}
