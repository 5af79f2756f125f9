import type { Logger } from "pino";
import type { Jobs } from "../../job/jobs";
import { bridgeKindName } from "./bridge-kind";

/**
 * Goes on with changes of hosts' networks that a stop of Passdeck cut short: one that is still tried may be kept by whoever
 * reaches it, and all others are taken back.
 */
export function settleTrials(jobs: Pick<Jobs, "interrupted" | "finish">, log: Pick<Logger, "warn">): void {
  for (const { id, kind } of jobs.interrupted().filter((job) => job.kind === bridgeKindName)) {
    try {
      jobs.finish(id);
    } catch (error) {
      // One of another version, which a person has to decide about.
      log.warn({ err: error, job: id, kind }, "a change of a host's network could not be gone on with");
    }
  }
}
