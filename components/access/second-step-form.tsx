"use client";

import { type ReactNode, useLayoutEffect, useRef, useState } from "react";
import { trpc } from "@/components/data/client";
import { keepOriginProof } from "@/components/data/origin-proof";
import { useWhyNoPasskeys } from "@/components/data/passkeys";
import type { SecondStepNeeded } from "@/server/access/factors/factors.schema";
import { PasskeyButton } from "./passkey-button";
import { SubmitRow } from "./submit-row";
import { TextField } from "./text-field";
import { useSubmit } from "./use-submit";

export interface SecondStepFormProps {
  next: string;
  left: SecondStepNeeded;
  /** Begins the sign-in anew. */
  onBack(): void;
}

const fields = {
  totp: {
    label: "Code",
    hint: "The six digits that your authenticator app shows for Passdeck.",
    inputMode: "numeric",
    autoComplete: "one-time-code",
  },
  recovery: {
    label: "Recovery code",
    hint: "One of the ten that you kept. It works once.",
    inputMode: "text",
    autoComplete: "off",
  },
} as const;

/** Asks for a code, or for a passkey, after a right password. */
export function SecondStepForm({ next, left: { pending, steps }, onBack }: SecondStepFormProps) {
  const [by, setBy] = useState<keyof typeof fields>(steps.includes("totp") ? "totp" : "recovery");
  const offersPasskey = useWhyNoPasskeys() === null && steps.includes("passkey");
  const field = useRef<HTMLInputElement>(null);
  const submission = useSubmit(
    (typed) => trpc.session.signInByCode.mutate({ pending, code: typed("code") }),
    (answer) => {
      keepOriginProof(answer);
      window.location.assign(next);
    },
  );
  // The form that was here had the focus; it is in this one where another code is chosen as well.
  useLayoutEffect(() => field.current?.focus(), []);
  const choose = (chosen: keyof typeof fields) => {
    setBy(chosen);
    field.current?.focus();
  };
  return (
    <form method="post" className="flex flex-col gap-4" onSubmit={submission.onSubmit}>
      <p className="text-muted">Your password is right. One more step.</p>
      <TextField key={by} ref={field} name="code" required maxLength={40} {...fields[by]} />
      <SubmitRow label="Sign in" submission={submission} />
      {offersPasskey ? <PasskeyButton label="Use a passkey" pending={pending} next={next} /> : null}
      <div className="flex flex-wrap justify-between gap-x-4 gap-y-2">
        {by === "totp" ? (
          <TextButton onPress={() => choose("recovery")}>Use a recovery code</TextButton>
        ) : steps.includes("totp") ? (
          <TextButton onPress={() => choose("totp")}>Use the authenticator app</TextButton>
        ) : null}
        <TextButton onPress={onBack}>Back</TextButton>
      </div>
    </form>
  );
}

function TextButton({ onPress, children }: { onPress(): void; children: ReactNode }) {
  return (
    <button
      type="button"
      className="-mx-1 rounded-sm px-1 py-1 text-accent text-sm hover:underline"
      onClick={onPress}
    >
      {children}
    </button>
  );
}
