"use client";

import type { ReactNode } from "react";
import { Loaded } from "@/components/data/loaded";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose, DialogContent } from "@/components/ui/dialog";
import { JobButtons } from "./job-buttons";
import { JobProgress } from "./job-progress";
import { JobReport } from "./job-report";
import { useAllJobs } from "./use-jobs";

interface JobDialogProps {
  jobId: string;
  onClose(): void;
  /** What is to be known beside its steps. */
  children?: ReactNode;
}

/** A job with its steps, live. Closing it stops nothing. */
export default function JobDialog({ jobId, onClose, children }: JobDialogProps) {
  const { data, error, refetch } = useAllJobs();
  const job = data?.find(({ id }) => id === jobId);
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
        {children}
        <Loaded reading={{ data: job, error, refetch }} what="the job">
          {(known) => (
            <>
              <JobProgress job={known} />
              {known.report === null ? null : <JobReport report={known.report} name={known.kind} />}
            </>
          )}
        </Loaded>
      </DialogContent>
    </Dialog>
  );
}
