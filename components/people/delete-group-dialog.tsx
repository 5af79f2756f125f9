"use client";

import { api } from "@/components/data/api";
import { useAction } from "@/components/data/use-action";
import { countOf } from "@/components/formats/numbers";
import { FormDialog } from "@/components/ui/form/form-dialog";
import type { Group } from "@/server/access/share.schema";

/** Asks before a group is deleted. */
export default function DeleteGroupDialog({ group, onClose }: { group: Group; onClose(): void }) {
  const { id: groupId, name, vms } = group;
  const remove = useAction(api.group.delete.mutationOptions(), onClose);
  return (
    <FormDialog
      role="alertdialog"
      title={`Delete the group ${name}?`}
      description={`Its members stay. ${vms === 0 ? "No VM is shared with it." : `${countOf(vms, "VM")} shared with it will be shared with its members no more, unless by themselves or by another group.`}`}
      label="Delete"
      call={remove}
      onSubmit={() => remove.run({ groupId })}
      onClose={onClose}
    />
  );
}
