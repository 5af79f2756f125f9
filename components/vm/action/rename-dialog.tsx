"use client";

import { useState } from "react";
import { trpc } from "@/components/api/client";
import { useCall } from "@/components/api/use-call";
import { useVms } from "@/components/fleet/use-fleet";
import { Field } from "@/components/ui/field";
import { FormDialog } from "@/components/ui/form-dialog";
import { Input } from "@/components/ui/input";
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
  const call = useCall();
  const problem = nameProblem(vm, name, useVms());
  const rename = () => {
    if (problem !== null) return;
    if (name === vm.name) return onClose();
    void call.run(
      () => trpc.vm.rename.mutate({ hostId: vm.hostId, vmId: vm.id, name }),
      () => {
        notify("success", name, `It was called ${vm.name} before.`);
        onClose();
      },
    );
  };
  return (
    <FormDialog
      title={`Rename ${vm.name}`}
      description="It stays the same VM, with its UUID, its disks and its history. Files that bear its name keep theirs."
      label="Rename"
      call={call}
      onSubmit={rename}
      onClose={onClose}
    >
      <Field label="Name" problem={problem}>
        {(attributes) => (
          <Input
            {...attributes}
            value={name}
            autoComplete="off"
            spellCheck={false}
            onChange={({ target }) => setName(target.value)}
          />
        )}
      </Field>
    </FormDialog>
  );
}
