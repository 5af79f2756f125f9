"use client";

import { trpc } from "@/components/data/client";
import { keepOriginProof } from "@/components/data/origin-proof";
import { PasswordField } from "./password-field";
import { SubmitRow } from "./submit-row";
import { TextField } from "./text-field";
import { useSubmit } from "./use-submit";

/** Takes a password for a one-time link, and signs in. */
export function JoinForm({ token, name }: { token: string; name: string }) {
  const submission = useSubmit(
    async (field) => keepOriginProof(await trpc.session.join.mutate({ token, password: field("password") })),
    // The address with the token does not stay in the history.
    () => window.location.replace("/"),
  );
  return (
    // Should the page's script be late, the fields must not end up in the address.
    <form method="post" className="flex flex-col gap-4" onSubmit={submission.onSubmit}>
      {/* Password managers keep the name with the password. */}
      <TextField label="User name" name="name" autoComplete="username" readOnly value={name} />
      <PasswordField kind="new" />
      <SubmitRow label="Set the password" submission={submission} />
    </form>
  );
}
