"use client";

import { Section } from "@/components/ui/form/section";
import { SelectField } from "@/components/ui/form/select-field";
import type { CreateChoices } from "@/server/create/choices.schema";
import { useWizard } from "../wizard-context";

type Owners = NonNullable<CreateChoices["grant"]>["owners"];

/** Whose a VM is going to be that is made by a grant: one's own, or a group's. */
export function GrantedOwner({ owners }: { owners: Owners }) {
  const { owner, setOwner } = useWizard();
  if (owners.length < 2) return null;
  return (
    <Section title="Owner">
      <SelectField
        label="Owner of the VM"
        note="It counts towards their quota. All members of a group own the group’s VMs."
        value={owner?.id ?? ""}
        choices={owners.map(({ subject, name }) => ({
          value: subject.id,
          label: subject.kind === "group" ? `${name} (group)` : name,
        }))}
        onChange={(id) => setOwner(owners.find(({ subject }) => subject.id === id)?.subject ?? null)}
      />
    </Section>
  );
}
