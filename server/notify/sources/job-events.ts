import type { Job } from "../../job/job.schema";
import type { Jobs } from "../../job/jobs";
import type { Notifications } from "../notifications";
import { aboutNothing, type Occurrence } from "../occurrence.schema";
import { overviewPage, vmPage } from "../pages";
import { subjectWords } from "../subject.schema";
import { jobText } from "./job-text";

/** What ended longer ago is no news after a restart; milliseconds. */
const newsForMs = 24 * 3_600_000;

const jobInterrupted = "job-interrupted";

interface JobEventsParts {
  jobs: Pick<Jobs, "watch">;
  notifications: Pick<Notifications, "tell" | "raise" | "clear" | "raised">;
  /** A VM's name; null where there is no such VM. */
  vmName(hostId: string, vmId: string): string | null;
  now?: () => number;
}

/**
 * Tells of each job that failed or was interrupted, until the returned function is called. What ended has a key of its own: so
 * what ended before a crash and was not put down is told after it, and what was is not told twice.
 */
export function tellJobs({ jobs, notifications, vmName, now = Date.now }: JobEventsParts): () => void {
  const interrupted = new Set(notifications.raised(`${jobInterrupted}/`));
  const tell = (job: Job) => {
    const condition = `${jobInterrupted}/${job.id}`;
    if (job.state === "interrupted") {
      interrupted.add(condition);
      return notifications.raise(condition, occurrenceOf(job, jobInterrupted, now(), vmName));
    }
    // It goes on, and may be interrupted once more.
    if (interrupted.delete(condition)) notifications.clear(condition);
    const { id, endedAt } = job;
    if (endedAt === null || endedAt < now() - newsForMs || !hasFailed(job)) return;
    notifications.tell(`job-failed/${id}/${endedAt}`, occurrenceOf(job, "job-failed", endedAt, vmName));
  };
  return jobs.watch((message) =>
    message.kind === "snapshot" ? message.jobs.forEach(tell) : tell(message.job),
  );
}

/** A job that somebody has cancelled, or taken back, has no step that failed. */
function hasFailed({ state, steps }: Job): boolean {
  return (state === "failed" || state === "undone") && steps.some((step) => step.state === "failed");
}

function occurrenceOf(
  job: Job,
  subject: "job-failed" | "job-interrupted",
  at: number,
  vmName: JobEventsParts["vmName"],
): Occurrence {
  const vms = job.subjects.flatMap((vmId) => {
    const name = vmName(job.hostId, vmId);
    return name === null ? [] : [{ vmId, vmName: name }];
  });
  const { severity } = subjectWords[subject];
  const vm = vms.length === 1 ? vms[0] : undefined;
  return {
    ...aboutNothing,
    ...vm,
    ...jobText(job),
    subject,
    severity,
    at,
    hostId: job.hostId,
    jobId: job.id,
    page: vm === undefined ? overviewPage : vmPage(job.hostId, vm.vmId),
  };
}
