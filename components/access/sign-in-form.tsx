"use client";

import { useEffect, useState } from "react";
import { trpc } from "@/components/data/client";
import { keepOriginProof } from "@/components/data/origin-proof";
import { useWhyNoPasskeys } from "@/components/data/passkeys";
import type { SecondStepNeeded } from "@/server/access/factors/factors.schema";
import { PasskeyButton } from "./passkey-button";
import { PasswordField } from "./password-field";
import { ProviderButton } from "./provider-button";
import { SecondStepForm } from "./second-step-form";
import { SubmitRow } from "./submit-row";
import { TextField } from "./text-field";
import { useSubmit } from "./use-submit";

export interface SignInFormProps {
  /** A path of this site. */
  next: string;
  /** What the provider of single sign-on is called; null without one. */
  provider: string | null;
}

/** Signs a user in and goes to `next`. */
export function SignInForm({ next, provider }: SignInFormProps) {
  const [left, setLeft] = useState<SecondStepNeeded | null>(null);
  const whyNoPasskeys = useWhyNoPasskeys();
  useEffect(() => goOnWhenSignedIn(next), [next]);
  return left === null ? (
    <div className="flex flex-col gap-4">
      <PasswordForm next={next} onSecondStep={setLeft} />
      {whyNoPasskeys === null ? (
        <PasskeyButton label="Sign in with a passkey" pending={null} next={next} />
      ) : null}
      {provider === null ? null : <ProviderButton provider={provider} next={next} />}
    </div>
  ) : (
    <SecondStepForm next={next} left={left} onBack={() => setLeft(null)} />
  );
}

interface PasswordFormProps {
  next: string;
  onSecondStep(left: SecondStepNeeded): void;
}

function PasswordForm({ next, onSecondStep }: PasswordFormProps) {
  const submission = useSubmit(
    (field) => trpc.session.signIn.mutate({ name: field("name"), password: field("password") }),
    (answer) => {
      if ("pending" in answer) return onSecondStep(answer);
      keepOriginProof(answer);
      window.location.assign(next);
    },
  );
  return (
    // Should the page's script be late, the fields must not end up in the address.
    <form method="post" className="flex flex-col gap-4" onSubmit={submission.onSubmit}>
      <TextField label="User name" name="name" autoComplete="username" required />
      <PasswordField kind="current" />
      <SubmitRow label="Sign in" submission={submission} />
    </form>
  );
}

/** Who followed a link from another site is sent here although signed in: browsers keep the cookie back then. */
function goOnWhenSignedIn(next: string): void {
  trpc.session.state.query().then(
    ({ user }) => {
      if (user) window.location.replace(next);
    },
    // The form tells of a server that does not answer, once it is sent.
    () => undefined,
  );
}
