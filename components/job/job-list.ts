import type { Job, JobMessage } from "@/server/job/job.schema";

/** The jobs that are known, the latest first, with what came. */
export function withMessage(known: readonly Job[] | undefined, message: JobMessage): readonly Job[] {
  const jobs =
    message.kind === "snapshot"
      ? message.jobs
      : [...(known ?? []).filter(({ id }) => id !== message.job.id), message.job];
  return [...jobs].sort((one, other) => other.startedAt - one.startedAt);
}
