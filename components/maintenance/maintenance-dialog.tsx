"use client";

import { useState } from "react";
import { api } from "@/components/data/api";
import { useAction } from "@/components/data/use-action";
import { useHostLabel } from "@/components/fleet/use-host-label";
import { FormDialog } from "@/components/ui/form/form-dialog";
import { TextField } from "@/components/ui/form/text-field";
import type { HostSummary } from "@/server/fleet/schema";

export interface MaintenanceDialogProps {
  host: HostSummary;
  onClose(): void;
}

/** Asks why a host goes into maintenance, or for another reason of one that is in it. */
export default function MaintenanceDialog({
  host: { id: hostId, maintenance },
  onClose,
}: MaintenanceDialogProps) {
  const name = useHostLabel()(hostId);
  const [reason, setReason] = useState(maintenance?.reason ?? "");
  const [tried, setTried] = useState(false);
  const begin = useAction(api.host.beginMaintenance.mutationOptions(), onClose);
  const isMissing = reason.trim() === "";
  return (
    <FormDialog
      title={maintenance === null ? `Put ${name} into maintenance` : `Maintenance of ${name}`}
      description="Passdeck starts no VM on it and migrates none onto it, until this is ended. What runs there goes on: its page lists it, to be migrated or shut down."
      label={maintenance === null ? "Enter maintenance" : "Save"}
      call={begin}
      onSubmit={() => (isMissing ? setTried(true) : begin.run({ hostId, reason }))}
      onClose={onClose}
    >
      <TextField
        label="Reason"
        note="Told to everybody whose VM does not start meanwhile."
        required
        maxLength={200}
        placeholder="Firmware upgrade"
        problem={tried && isMissing ? "Say why." : undefined}
        value={reason}
        onChange={setReason}
      />
    </FormDialog>
  );
}
