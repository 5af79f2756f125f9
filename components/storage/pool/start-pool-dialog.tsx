"use client";

import { api } from "@/components/data/api";
import JobDialog from "@/components/job/job-dialog";
import { useJobAction } from "@/components/job/use-job-action";
import { FormDialog } from "@/components/ui/form/form-dialog";

export interface StartPoolDialogProps {
  hostId: string;
  pool: string;
  onClose(): void;
}

/** Starts a pool, which may take as long as a file system takes to be mounted, and shows how that goes. */
export default function StartPoolDialog({ hostId, pool, onClose }: StartPoolDialogProps) {
  const start = useJobAction(api.storage.startPool.mutationOptions(), () => ({
    words: { subject: pool, label: "Start", done: "It is running." },
    leave: onClose,
  }));
  const close = () => {
    start.dismiss();
    onClose();
  };
  if (start.answer !== undefined) return <JobDialog jobId={start.answer.jobId} onClose={close} />;
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
