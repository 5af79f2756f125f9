"use client";

import { useState } from "react";
import { api } from "@/components/data/api";
import { useAction } from "@/components/data/use-action";
import { FormDialog } from "@/components/ui/form/form-dialog";
import { TextField } from "@/components/ui/form/text-field";
import type { Person } from "@/server/access/person.schema";
import { LinkDialog } from "./link-dialog";
import { RoleField } from "./role-field";

/** Asks whom to invite, and shows the link to hand on. */
export default function InviteDialog({ onClose }: { onClose(): void }) {
  const [name, setName] = useState("");
  const [role, setRole] = useState<Person["role"]>("operator");
  const invite = useAction(api.people.invite.mutationOptions());
  if (invite.answer !== undefined)
    return <LinkDialog name={name.trim()} link={invite.answer} onClose={onClose} />;
  return (
    <FormDialog
      title="Invite somebody"
      description="They get a link, by which they choose their password."
      label="Invite"
      call={invite}
      onSubmit={() => invite.run({ name, role })}
      onClose={onClose}
    >
      <TextField
        label="User name"
        placeholder="mira"
        note="It can’t be changed later: histories and jobs name users by it."
        autoCapitalize="none"
        required
        maxLength={64}
        value={name}
        onChange={setName}
      />
      <RoleField value={role} onChange={setRole} />
    </FormDialog>
  );
}
