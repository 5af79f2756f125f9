"use client";

import { api } from "@/components/data/api";
import { useAction } from "@/components/data/use-action";
import { FormDialog } from "@/components/ui/form/form-dialog";
import { notify } from "@/components/ui/notify";

/** Asks before a host is managed no more. */
export default function RemoveHostDialog({ hostId, onClose }: { hostId: string; onClose(): void }) {
  const remove = useAction(api.hosts.remove.mutationOptions(), () => {
    notify("success", hostId, "It is managed no more.");
    onClose();
  });
  return (
    <FormDialog
      role="alertdialog"
      title={`Remove ${hostId}?`}
      description="What runs there goes on, and nothing on the host is changed. Its VMs leave these pages, and what Passdeck signs in by is forgotten. It can be added again by the same name."
      label="Remove"
      call={remove}
      onSubmit={() => remove.run({ hostId })}
      onClose={onClose}
    />
  );
}
