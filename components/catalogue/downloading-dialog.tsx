"use client";

import { useEffect, useRef } from "react";
import JobDialog from "@/components/job/job-dialog";
import { useJob } from "@/components/job/use-jobs";

interface DownloadingDialogProps {
  jobId: string;
  /** Called once, when the image is there. */
  onDone(): void;
  onClose(): void;
}

/** A download, step by step; whoever asked goes on once it is there. Closing it stops nothing. */
export function DownloadingDialog({ jobId, onDone, onClose }: DownloadingDialogProps) {
  const done = useJob(jobId)?.state === "done";
  const told = useRef(false);
  useEffect(() => {
    if (!done || told.current) return;
    told.current = true;
    onDone();
  }, [done, onDone]);
  return <JobDialog jobId={jobId} onClose={onClose} />;
}
