"use client";

import { api } from "@/components/data/api";
import { useSubscription } from "@/components/data/use-subscription";
import { Section } from "@/components/ui/form/section";
import { SelectField } from "@/components/ui/form/select-field";
import { useWizard } from "../wizard-context";

/** Whose the VM is going to be, as an administrator says: nobody's, a user's or a group's. */
export function OwnerSection() {
  const { owner, setOwner } = useWizard();
  const people = useSubscription(api.people.watch.subscriptionOptions()).data ?? [];
  const groups = useSubscription(api.group.watch.subscriptionOptions()).data ?? [];
  const choices = [
    { value: "", label: "Nobody" },
    ...people.map(({ id, name }) => ({ value: id, label: name, group: "Users" })),
    ...groups.map(({ id, name }) => ({ value: id, label: name, group: "Groups" })),
  ];
  const choose = (id: string) => {
    const kind = groups.some((group) => group.id === id) ? "group" : "user";
    setOwner(id === "" ? null : { kind, id });
  };
  return (
    <Section title="Owner">
      <SelectField
        label="Owner of the VM"
        note="It is shared with them as owner from the start, and counts towards their quota."
        value={owner?.id ?? ""}
        choices={choices}
        onChange={choose}
      />
    </Section>
  );
}
