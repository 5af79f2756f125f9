"use client";

import { useState } from "react";
import { api } from "@/components/data/api";
import { useAction } from "@/components/data/use-action";
import { FormDialog } from "@/components/ui/form/form-dialog";
import { CodesDialog } from "./codes-dialog";
import type { FactorDialogProps } from "./factor-dialog";
import { nothingTyped, PasswordAndCode } from "./password-and-code";

/** Makes new recovery codes. */
export default function NewCodesDialog({ onChange, onClose }: FactorDialogProps) {
  const [typed, setTyped] = useState(nothingTyped);
  const renew = useAction(api.account.renewRecoveryCodes.mutationOptions(), onChange);
  const codes = renew.answer?.recoveryCodes;
  if (codes) return <CodesDialog codes={codes} onClose={onClose} />;
  return (
    <FormDialog
      title="Make new recovery codes"
      description="The codes from before stop working."
      label="Make new codes"
      call={renew}
      onSubmit={() => renew.run(typed)}
      onClose={onClose}
    >
      <PasswordAndCode typed={typed} onChange={setTyped} />
    </FormDialog>
  );
}
