"use client";

import { api } from "@/components/data/api";
import { useAction } from "@/components/data/use-action";
import JobDialog from "@/components/job/job-dialog";
import { FormDialog } from "@/components/ui/form/form-dialog";

export interface StartPoolDialogProps {
  hostId: string;
  pool: string;
  onClose(): void;
}

/** Starts a pool, which may take as long as a file system takes to be mounted, and shows how that goes. */
export default function StartPoolDialog({ hostId, pool, onClose }: StartPoolDialogProps) {
  const start = useAction(api.storage.startPool.mutationOptions());
  if (start.answer !== undefined) return <JobDialog jobId={start.answer.jobId} onClose={onClose} />;
  return (
    <FormDialog
      title={`Start ${pool}?`}
      description="Its device or server has to be there. A file system is mounted for it."
      label="Start"
      call={start}
      onSubmit={() => start.run({ hostId, pool })}
      onClose={onClose}
    />
  );
}
