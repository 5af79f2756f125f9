"use client";

import { trpc } from "@/components/data/client";
import { keepOriginProof } from "@/components/data/origin-proof";
import { PasswordField } from "./password-field";
import { SubmitRow } from "./submit-row";
import { TextField } from "./text-field";
import { useSubmit } from "./use-submit";

/** Makes the first administrator with the one-time token of the printed link. */
export function SetupForm({ token }: { token: string }) {
  const submission = useSubmit(
    async (field) => {
      const [name, password] = [field("name"), field("password")];
      keepOriginProof(await trpc.session.createFirstAdministrator.mutate({ token, name, password }));
      // The address with the token does not stay in the history.
    },
    () => window.location.replace("/"),
  );
  return (
    // Should the page's script be late, the fields must not end up in the address.
    <form method="post" className="flex flex-col gap-4" onSubmit={submission.onSubmit}>
      <TextField
        label="User name"
        name="name"
        autoComplete="username"
        required
        pattern="[A-Za-z0-9][A-Za-z0-9._@\-]*"
        maxLength={64}
        title="Letters, digits, dots, dashes, underscores and @, beginning with a letter or a digit"
      />
      <PasswordField kind="new" />
      <SubmitRow label="Create the administrator" submission={submission} />
    </form>
  );
}
