"use client";

import { useState } from "react";
import { api } from "@/components/data/api";
import { useAction } from "@/components/data/use-action";
import { FormDialog } from "@/components/ui/form/form-dialog";
import { notify } from "@/components/ui/notify";
import type { FactorDialogProps } from "./factor-dialog";
import { nothingTyped, PasswordAndCode } from "./password-and-code";

/** Asks before the authenticator app is taken away. */
export default function RemoveTotpDialog({ onChange, onClose }: FactorDialogProps) {
  const [typed, setTyped] = useState(nothingTyped);
  const remove = useAction(api.account.removeTotp.mutationOptions(), () => {
    notify("success", "Authenticator app removed");
    onChange();
    onClose();
  });
  return (
    <FormDialog
      role="alertdialog"
      title="Remove the authenticator app?"
      description="No code is asked for any more, and recovery codes stop working with the last second factor."
      label="Remove"
      call={remove}
      onSubmit={() => remove.run(typed)}
      onClose={onClose}
    >
      <PasswordAndCode typed={typed} onChange={setTyped} />
    </FormDialog>
  );
}
