"use client";

import { api } from "@/components/data/api";
import { useAction } from "@/components/data/use-action";
import { FormDialog } from "@/components/ui/form/form-dialog";

/** Asks before a name is deleted. */
export default function DeleteNamedDialog({
  hostId,
  name,
  onClose,
}: {
  hostId: string;
  name: string;
  onClose(): void;
}) {
  const remove = useAction(api.named.remove.mutationOptions(), onClose);
  return (
    <FormDialog
      role="alertdialog"
      title={`Delete the named device ${name}?`}
      description="Its cards stay as they are. VMs that run keep what they have; one that still asks for it has to give it up first."
      label="Delete"
      call={remove}
      onSubmit={() => remove.run({ hostId, name })}
      onClose={onClose}
    />
  );
}
