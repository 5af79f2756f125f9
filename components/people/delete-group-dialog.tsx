"use client";

import { api } from "@/components/data/api";
import { useAction } from "@/components/data/use-action";
import { countOf } from "@/components/formats/numbers";
import { FormDialog } from "@/components/ui/form/form-dialog";
import type { Group } from "@/server/access/share.schema";

/** Asks before a group is deleted. */
export default function DeleteGroupDialog({ group, onClose }: { group: Group; onClose(): void }) {
  const { id: groupId, name } = group;
  const remove = useAction(api.group.delete.mutationOptions(), onClose);
  return (
    <FormDialog
      role="alertdialog"
      title={`Delete the group ${name}?`}
      description={`Its members stay. ${lost(group)}`}
      label="Delete"
      call={remove}
      onSubmit={() => remove.run({ groupId })}
      onClose={onClose}
    />
  );
}

function lost({ vms, devices }: Group): string {
  const shared = [
    ...(vms > 0 ? [countOf(vms, "VM")] : []),
    ...(devices > 0 ? [countOf(devices, "named device")] : []),
  ];
  if (shared.length === 0) return "Nothing is shared with it.";
  return `What is shared with it (${shared.join(", ")}) is shared with its members no more, unless by themselves or by another group.`;
}
