import type { AuditEntry, AuditSink } from "../../access/audit";
import type { Job } from "../../job/job.schema";
import type { Jobs } from "../../job/jobs";

/** Keeps on record how each job ends, under the name of who began it; until the returned function is called. */
export function auditJobs(jobs: Pick<Jobs, "watch">, audit: AuditSink): () => void {
  // What is said of a job that has ended is said again when it is seen: it ended once.
  const underWay = new Set<string>();
  return jobs.watch((message) => {
    const changed = message.kind === "snapshot" ? message.jobs : [message.job];
    for (const job of changed) {
      if (job.state === "running" || job.state === "interrupted") underWay.add(job.id);
      else if (underWay.delete(job.id)) audit.record(endOf(job, job.state, audit));
    }
  });
}

/** @param outcome One of a job that has ended. */
function endOf(job: Job, outcome: "done" | "undone" | "failed", audit: AuditSink): AuditEntry {
  const { id, hostId, kind, title, startedBy, startedAt, endedAt, problem } = job;
  const at = endedAt ?? Date.now();
  const host = { kind: "host", hostId } as const;
  return {
    who: startedBy === "" ? null : startedBy,
    address: null,
    at,
    tookMs: Math.max(0, at - startedAt),
    act: `job.${kind}`,
    title,
    // Its title says what it was about.
    subject: audit.subjectOf?.([host]) ?? "",
    changes: true,
    objects: [host, { kind: "job", jobId: id }],
    outcome,
    problem,
  };
}
