"use client";

import { useState } from "react";
import { api } from "@/components/data/api";
import { useAction } from "@/components/data/use-action";
import { CopyButton } from "@/components/ui/copy-button";
import { FormDialog } from "@/components/ui/form/form-dialog";
import { notify } from "@/components/ui/notify";
import type { TotpSetUp } from "@/server/access/factors/factors.schema";
import { CodeField } from "./code-field";
import { CodesDialog } from "./codes-dialog";
import type { FactorDialogProps } from "./factor-dialog";
import { OwnPasswordField } from "./own-password-field";
import { QrCode } from "./qr-code";

/** Sets up an authenticator app: the password, the secret with the app's first code, and the recovery codes. */
export default function TotpDialog({ onChange, onClose }: FactorDialogProps) {
  const [password, setPassword] = useState("");
  const begin = useAction(api.account.beginTotp.mutationOptions());
  if (begin.answer !== undefined)
    return <SecretDialog setUp={begin.answer} onChange={onChange} onClose={onClose} />;
  return (
    <FormDialog
      title="Set up an authenticator app"
      description="Any app for time-based codes will do: Aegis, 2FAS, Google Authenticator, 1Password. From then on a code is asked for after your password."
      label="Continue"
      call={begin}
      onSubmit={() => begin.run({ password })}
      onClose={onClose}
    >
      <OwnPasswordField value={password} onChange={setPassword} />
    </FormDialog>
  );
}

function SecretDialog({
  setUp: { secret, address, setUp },
  onChange,
  onClose,
}: FactorDialogProps & { setUp: TotpSetUp }) {
  const [code, setCode] = useState("");
  const confirm = useAction(api.account.confirmTotp.mutationOptions(), ({ recoveryCodes }) => {
    onChange();
    if (recoveryCodes !== null) return;
    notify("success", "Authenticator app added", "Your recovery codes are those that you have.");
    onClose();
  });
  const codes = confirm.answer?.recoveryCodes;
  if (codes) return <CodesDialog codes={codes} onClose={onClose} />;
  return (
    <FormDialog
      title="Scan this code with the app"
      label="Turn on"
      call={confirm}
      onSubmit={() => confirm.run({ setUp, code })}
      onClose={onClose}
    >
      <QrCode text={address} label="QR code for an authenticator app" />
      <div>
        <p className="mb-1 text-muted text-sm">Or type this secret into it. It is shown only now.</p>
        <div className="flex items-center gap-2">
          <code className="wrap-anywhere min-w-0 flex-1 rounded-md bg-foreground/5 px-2 py-1 text-sm">
            {secret.match(/.{1,4}/g)?.join(" ")}
          </code>
          <CopyButton text={secret} what="secret" size="icon" />
        </div>
      </div>
      <CodeField label="Code that the app shows" value={code} onChange={setCode} />
    </FormDialog>
  );
}
