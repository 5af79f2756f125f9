"use client";

import { useState } from "react";
import { trpc } from "@/components/data/client";
import { makePasskey } from "@/components/data/passkeys";
import { useAction } from "@/components/data/use-action";
import { FormDialog } from "@/components/ui/form/form-dialog";
import { TextField } from "@/components/ui/form/text-field";
import { notify } from "@/components/ui/notify";
import { CodesDialog } from "./codes-dialog";
import type { FactorDialogProps } from "./factor-dialog";
import { OwnPasswordField } from "./own-password-field";

/** Adds a passkey: its name and the password, then what the browser asks, and the recovery codes. */
export default function PasskeyDialog({ onChange, onClose }: FactorDialogProps) {
  const [typed, setTyped] = useState({ name: "", password: "" });
  const add = useAction({ mutationFn: addPasskey }, ({ recoveryCodes }) => {
    onChange();
    if (recoveryCodes !== null) return;
    notify("success", typed.name, "The passkey is added.");
    onClose();
  });
  const codes = add.answer?.recoveryCodes;
  if (codes) return <CodesDialog codes={codes} onClose={onClose} />;
  return (
    <FormDialog
      title="Add a passkey"
      description={`It signs you in by itself at ${window.location.hostname}, without a password. From then on a password alone does not: a second step follows it.`}
      label="Add"
      call={add}
      onSubmit={() => add.run(typed)}
      onClose={onClose}
    >
      <TextField
        label="Name"
        placeholder="Security key"
        maxLength={64}
        value={typed.name}
        onChange={(name) => setTyped({ ...typed, name })}
      />
      <OwnPasswordField value={typed.password} onChange={(password) => setTyped({ ...typed, password })} />
    </FormDialog>
  );
}

async function addPasskey({ name, password }: { name: string; password: string }) {
  if (name.trim() === "") throw new Error("Give the passkey a name.");
  const passkey = await makePasskey(await trpc.account.beginPasskey.mutate({ password }));
  return trpc.account.addPasskey.mutate({ name, passkey });
}
