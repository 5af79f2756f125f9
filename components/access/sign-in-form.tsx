"use client";

import { useEffect } from "react";
import { trpc } from "@/components/data/client";
import { keepOriginProof } from "@/components/data/origin-proof";
import { PasswordField } from "./password-field";
import { SubmitRow } from "./submit-row";
import { TextField } from "./text-field";
import { useSubmit } from "./use-submit";

/** Signs a user in and goes to `next`, a path of this site. */
export function SignInForm({ next }: { next: string }) {
  useEffect(() => goOnWhenSignedIn(next), [next]);
  const submission = useSubmit(
    async (field) =>
      keepOriginProof(await trpc.session.signIn.mutate({ name: field("name"), password: field("password") })),
    () => window.location.assign(next),
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
