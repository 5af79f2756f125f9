"use client";

import { api } from "@/components/data/api";
import { useAction } from "@/components/data/use-action";
import { FormDialog } from "@/components/ui/form/form-dialog";
import type { BookableView } from "@/server/work/booking/booking.schema";

interface LeaveDialogProps {
  hostId: string;
  name: string;
  waiting: BookableView["queue"][number];
  onClose(): void;
}

/** Asks before somebody waits no longer. */
export function LeaveDialog({ hostId, name, waiting, onClose }: LeaveDialogProps) {
  const leave = useAction(api.booking.leave.mutationOptions(), onClose);
  const { waitingId, isMine, holder } = waiting;
  return (
    <FormDialog
      role="alertdialog"
      title={isMine ? `Leave the queue for ${name}?` : `Take ${holder} out of the queue for ${name}?`}
      description="Who waits again stands at the end of it."
      label={isMine ? "Leave" : "Remove"}
      call={leave}
      onSubmit={() => leave.run({ hostId, waitingId })}
      onClose={onClose}
    />
  );
}
