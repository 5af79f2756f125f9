"use client";

import { useState } from "react";
import { api } from "@/components/data/api";
import { useAction } from "@/components/data/use-action";
import { FormDialog } from "@/components/ui/form/form-dialog";
import type { Person } from "@/server/access/person.schema";
import { RoleField } from "./role-field";

/** Gives a user another role. */
export function RoleDialog({ person, onClose }: { person: Person; onClose(): void }) {
  const [role, setRole] = useState(person.role);
  const change = useAction(api.people.setRole.mutationOptions(), onClose);
  return (
    <FormDialog
      title={`Role of ${person.name}`}
      description="Their open pages go by it at once."
      label="Change"
      call={change}
      onSubmit={() => change.run({ userId: person.id, role })}
      onClose={onClose}
    >
      <RoleField value={role} onChange={setRole} />
    </FormDialog>
  );
}
