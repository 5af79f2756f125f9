"use client";

import JobDialog from "@/components/job/job-dialog";
import { TrialNotice } from "./trial-notice";
import { useTrial } from "./use-trial";

interface TrialDialogProps {
  hostId: string;
  jobId: string;
  onClose(): void;
}

/** The job of a change of the host's network, on the page that began it: as long as it stands open, it confirms by itself. */
export function TrialDialog({ hostId, jobId, onClose }: TrialDialogProps) {
  const trial = useTrial(hostId, true);
  return (
    <JobDialog jobId={jobId} onClose={onClose}>
      <TrialNotice trial={trial} />
    </JobDialog>
  );
}
