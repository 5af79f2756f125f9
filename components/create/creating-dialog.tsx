"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { useVm } from "@/components/fleet/use-fleet";
import { vmKey } from "@/components/fleet/vm-key";
import JobDialog from "@/components/job/job-dialog";
import { useJob } from "@/components/job/use-jobs";

interface CreatingDialogProps {
  hostId: string;
  jobId: string;
  vmId: string;
  /** The VM is started too, so that its console is what one wants to see. */
  start: boolean;
  onClose(): void;
}

/** The VM's making, step by step; then its page. Closing it stops nothing. */
export default function CreatingDialog({ hostId, jobId, vmId, start, onClose }: CreatingDialogProps) {
  const router = useRouter();
  const done = useJob(jobId)?.state === "done";
  const there = useVm(vmKey({ hostId, id: vmId })) !== null;
  const page = `/vms/${encodeURIComponent(hostId)}/${vmId}${start ? "?tab=console" : ""}`;
  useEffect(() => {
    router.prefetch(page);
  }, [router, page]);
  useEffect(() => {
    if (done && there) router.push(page);
  }, [done, there, router, page]);
  return <JobDialog jobId={jobId} onClose={onClose} />;
}
