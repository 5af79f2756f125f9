import { AppError } from "../errors";
import type { Job } from "./job.schema";
import { type Claim, sharedSubject } from "./subjects";

/** What of a job is asked here. */
type OtherJob = Pick<Job, "id" | "hostId" | "subjects" | "state" | "title" | "independent">;

/**
 * Refuses work on what another job has in hand: one that runs, or that was interrupted and has left things half done.
 * @throws AppError "conflict" that names the job and says what to do.
 */
export function refuseConflict(claim: Claim & { id?: string }, jobs: Iterable<OtherJob>): void {
  for (const job of jobs) {
    // Of independent steps each has in hand what it is about, while it runs.
    if (job.id === claim.id || job.independent) continue;
    if (job.state !== "running" && job.state !== "interrupted") continue;
    const subject = sharedSubject(claim, job);
    if (subject !== null) throw inHand(job, subject);
  }
}

/**
 * Refuses to take back a job after others have worked on the same things.
 * @throws AppError "conflict" that names the later job.
 */
export function refuseOvertaken(job: Job, jobs: Iterable<Job>): void {
  for (const other of jobs) {
    if (other.id === job.id || other.startedAt < job.startedAt || sharedSubject(job, other) === null)
      continue;
    throw new AppError("conflict", {
      userMessage: `“${other.title}” came after “${job.title}” and changed the same things, so the earlier one can't be undone any more.`,
    });
  }
}

function inHand(job: OtherJob, subject: string): AppError {
  const about = job.subjects.length > 1 ? ` It also changes ${subject}.` : "";
  return new AppError("conflict", {
    userMessage:
      job.state === "running"
        ? `“${job.title}” is still running.${about} Wait until it ends, or cancel it.`
        : `“${job.title}” was interrupted and is incomplete.${about} Finish or undo it first.`,
  });
}
