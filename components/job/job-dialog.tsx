"use client";

import { Button } from "@/components/ui/button";
import { Dialog, DialogClose, DialogContent } from "@/components/ui/dialog";
import { JobButtons } from "./job-buttons";
import { JobProgress } from "./job-progress";
import { JobReport } from "./job-report";
import { useJob } from "./use-jobs";

/** A job with its steps, live. Closing it stops nothing. */
export default function JobDialog({ jobId, onClose }: { jobId: string; onClose(): void }) {
  const job = useJob(jobId);
  return (
    <Dialog open onOpenChange={(open) => (open ? undefined : onClose())}>
      <DialogContent
        wide
        title={job?.title ?? "Job"}
        footer={
          <>
            {job === undefined ? null : <JobButtons job={job} />}
            <DialogClose asChild>
              <Button variant={job?.state === "done" ? "primary" : "secondary"}>Close</Button>
            </DialogClose>
          </>
        }
      >
        {job === undefined ? (
          <p className="text-muted">Waiting for the first status…</p>
        ) : (
          <>
            <JobProgress job={job} />
            {job.report === null ? null : <JobReport report={job.report} name={job.kind} />}
          </>
        )}
      </DialogContent>
    </Dialog>
  );
}
