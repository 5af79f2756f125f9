"use client";

import { KeyRound } from "lucide-react";
import { useState } from "react";
import { api } from "@/components/data/api";
import { trpc } from "@/components/data/client";
import { showPasskey, useWhyNoPasskeys } from "@/components/data/passkeys";
import { useAction } from "@/components/data/use-action";
import { Button } from "@/components/ui/button";
import { FormDialog } from "@/components/ui/form/form-dialog";
import { TextField } from "@/components/ui/form/text-field";
import type { Factors } from "@/server/access/factors/factors.schema";

export interface OwnIdentityDialogProps {
  factors: Factors;
  onEnd(isConfirmed: boolean): void;
}

/** Asks whether it is still the same person at the page, by what this Passdeck knows them by. */
export function OwnIdentityDialog({ factors, onEnd }: OwnIdentityDialogProps) {
  const [by, setBy] = useState<"password" | "code">("password");
  const [typed, setTyped] = useState("");
  const confirm = useAction(api.account.confirmIdentity.mutationOptions(), () => onEnd(true));
  const passkey = useAction({ mutationFn: confirmByPasskey }, () => onEnd(true));
  const canUsePasskey = useWhyNoPasskeys() === null && factors.passkeys.length > 0;
  const choose = (chosen: typeof by) => {
    setBy(chosen);
    setTyped("");
  };
  return (
    <FormDialog
      title="Confirm it’s you"
      description="What you asked for is dangerous in the wrong hands. It is done as soon as you have confirmed."
      label="Confirm"
      call={{ busy: confirm.busy, problem: confirm.problem ?? passkey.problem }}
      onSubmit={() => confirm.run(by === "code" ? { by, code: typed } : { by, password: typed })}
      onClose={() => onEnd(false)}
    >
      <TextField
        key={by}
        label={by === "code" ? "Code of your authenticator app" : "Your password"}
        type={by === "code" ? "text" : "password"}
        autoComplete={by === "code" ? "one-time-code" : "current-password"}
        value={typed}
        onChange={setTyped}
      />
      <div className="flex flex-wrap gap-2 empty:hidden">
        {factors.totpSince === null ? null : by === "password" ? (
          <Button size="sm" onClick={() => choose("code")}>
            Use a code
          </Button>
        ) : (
          <Button size="sm" onClick={() => choose("password")}>
            Use the password
          </Button>
        )}
        {canUsePasskey ? (
          <Button size="sm" disabled={passkey.busy} onClick={() => passkey.run(undefined)}>
            <KeyRound aria-hidden />
            Use a passkey
          </Button>
        ) : null}
      </div>
    </FormDialog>
  );
}

async function confirmByPasskey(): Promise<void> {
  const passkey = await showPasskey(await trpc.account.passkeyRequest.mutate({}));
  await trpc.account.confirmIdentity.mutate({ by: "passkey", passkey });
}
