"use client";

import { useState } from "react";
import { api } from "@/components/data/api";
import { keepOriginProof } from "@/components/data/origin-proof";
import { useAction } from "@/components/data/use-action";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { TextField } from "@/components/ui/form/text-field";
import { notify } from "@/components/ui/notify";

const empty = { present: "", password: "" };

/** Changes one's own password. */
export function PasswordCard({ name }: { name: string }) {
  const [typed, setTyped] = useState(empty);
  const change = useAction(api.account.changePassword.mutationOptions(), (proof) => {
    keepOriginProof(proof);
    setTyped(empty);
    notify("success", "Password changed", "Your other sessions have ended.");
  });
  return (
    <Card aria-labelledby="password-title">
      <CardHeader title="Password" id="password-title" />
      <form
        noValidate
        className="flex max-w-md flex-col gap-3 p-4"
        onSubmit={(event) => {
          event.preventDefault();
          change.run(typed);
        }}
      >
        {/* Password managers keep the new password with the name. */}
        <input type="text" hidden readOnly autoComplete="username" value={name} />
        <TextField
          label="Current password"
          type="password"
          autoComplete="current-password"
          value={typed.present}
          onChange={(present) => setTyped({ ...typed, present })}
        />
        <TextField
          label="New password"
          type="password"
          note="At least 12 characters. A few words do well."
          autoComplete="new-password"
          value={typed.password}
          onChange={(password) => setTyped({ ...typed, password })}
        />
        <p role="alert" className="wrap-anywhere text-danger empty:hidden">
          {change.problem}
        </p>
        <div>
          <Button type="submit" disabled={change.busy}>
            Change password
          </Button>
        </div>
      </form>
    </Card>
  );
}
