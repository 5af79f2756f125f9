"use client";

import { useState } from "react";
import { api } from "@/components/data/api";
import { useAction } from "@/components/data/use-action";
import { useVms } from "@/components/fleet/use-fleet";
import { FormDialog } from "@/components/ui/form/form-dialog";
import { TextField } from "@/components/ui/form/text-field";
import { notify } from "@/components/ui/notify";
import { nameProblem } from "@/server/domain/vm-name.schema";
import type { VmSummary } from "@/server/fleet/schema";

export interface RenameDialogProps {
  vm: VmSummary;
  onClose: () => void;
}

/** Asks for a VM's new name, and says what is wrong with it while it is written. */
export default function RenameDialog({ vm, onClose }: RenameDialogProps) {
  const [name, setName] = useState(vm.name);
  const problem = nameProblem(vm, name, useVms());
  const rename = useAction(api.vm.rename.mutationOptions(), () => {
    notify("success", name, `It was called ${vm.name} before.`);
    onClose();
  });
  const submit = () => {
    if (problem !== null) return;
    if (name === vm.name) return onClose();
    rename.run({ hostId: vm.hostId, vmId: vm.id, name });
  };
  return (
    <FormDialog
      title={`Rename ${vm.name}`}
      description="It stays the same VM, with its UUID, its disks and its history. Files that bear its name keep theirs."
      label="Rename"
      call={rename}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField label="Name" problem={problem} value={name} onChange={setName} />
    </FormDialog>
  );
}
