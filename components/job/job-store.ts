import { Listeners } from "@/components/fleet/listeners";
import type { Job, JobMessage } from "@/server/job/job.schema";

const none: readonly Job[] = [];

/** The page's copy of the jobs, the latest first. */
export class JobStore {
  #sorted: readonly Job[] = none;
  readonly changes = new Listeners();

  /** The same array until one of them changes. */
  all = (): readonly Job[] => this.#sorted;

  apply(message: JobMessage): void {
    const jobs =
      message.kind === "snapshot"
        ? message.jobs
        : [...this.#sorted.filter(({ id }) => id !== message.job.id), message.job];
    this.#sorted = [...jobs].sort((one, other) => other.startedAt - one.startedAt);
    this.changes.tell();
  }
}
