"use client";

import { useState } from "react";
import { api } from "@/components/data/api";
import { useAction } from "@/components/data/use-action";
import { FormDialog } from "@/components/ui/form/form-dialog";
import { notify } from "@/components/ui/notify";
import type { Factors } from "@/server/access/factors/factors.schema";
import type { FactorDialogProps } from "./factor-dialog";
import { OwnPasswordField } from "./own-password-field";

export interface RemovePasskeyDialogProps extends FactorDialogProps {
  passkey: Factors["passkeys"][number];
}

/** Asks before a passkey is taken away. */
export default function RemovePasskeyDialog({
  passkey: { id, name },
  onChange,
  onClose,
}: RemovePasskeyDialogProps) {
  const [password, setPassword] = useState("");
  const remove = useAction(api.account.removePasskey.mutationOptions(), () => {
    notify("success", name, "The passkey is removed.");
    onChange();
    onClose();
  });
  return (
    <FormDialog
      role="alertdialog"
      title={`Remove the passkey ${name}?`}
      description="It does not sign you in any more. Recovery codes stop working with the last second factor."
      label="Remove"
      call={remove}
      onSubmit={() => remove.run({ password, id })}
      onClose={onClose}
    >
      <OwnPasswordField value={password} onChange={setPassword} />
    </FormDialog>
  );
}
