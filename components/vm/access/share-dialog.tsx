"use client";

import { useState } from "react";
import { api } from "@/components/data/api";
import { useAction } from "@/components/data/use-action";
import { useSubscription } from "@/components/data/use-subscription";
import { shareChoices, shareWords } from "@/components/fleet/share-words";
import { FormDialog } from "@/components/ui/form/form-dialog";
import { SelectField } from "@/components/ui/form/select-field";
import type { Share } from "@/server/access/share.schema";
import type { VmSummary } from "@/server/fleet/schema";

export interface ShareDialogProps {
  vm: VmSummary;
  /** With whom it is shared already. */
  shares: readonly Share[];
  onClose(): void;
}

/** Asks with whom to share a VM, and what they are to be to it. */
export default function ShareDialog({ vm, shares, onClose }: ShareDialogProps) {
  const subjects = useSubjects(shares);
  const [key, setKey] = useState<string | null>(null);
  const [level, setLevel] = useState<Share["level"]>("operator");
  const share = useAction(api.share.set.mutationOptions(), onClose);
  const chosen = subjects?.find(({ value }) => value === key) ?? subjects?.[0];
  return (
    <FormDialog
      title={`Share ${vm.name}`}
      description="They see it at once, also where their page is open."
      label="Share"
      call={share}
      onSubmit={() => {
        if (chosen !== undefined)
          share.run({ hostId: vm.hostId, vmId: vm.id, subject: chosen.subject, level });
      }}
      onClose={onClose}
    >
      <SelectField
        label="User or group"
        note={
          subjects?.length === 0
            ? "There is nobody else to share it with: administrators reach every VM. Invite people, or make a group, on the page People."
            : undefined
        }
        placeholder={subjects === null ? "Loading…" : "Choose…"}
        value={chosen?.value ?? null}
        choices={subjects ?? []}
        onChange={setKey}
      />
      <SelectField
        label="Access"
        note={shareWords[level].may}
        value={level}
        choices={shareChoices}
        onChange={(chosenLevel: Share["level"]) => setLevel(chosenLevel)}
      />
    </FormDialog>
  );
}

/** All whom it is not shared with yet, but for administrators, who reach every VM; null until they are known. */
function useSubjects(shares: readonly Share[]) {
  const people = useSubscription(api.people.watch.subscriptionOptions()).data;
  const groups = useSubscription(api.group.watch.subscriptionOptions()).data;
  if (people === undefined || groups === undefined) return null;
  const all = [
    ...people
      .filter(({ role }) => role !== "admin")
      .map(({ id, name, role }) => ({
        subject: { kind: "user" as const, id },
        label: role === "member" ? name : `${name} (${role})`,
        group: "Users",
      })),
    ...groups.map(({ id, name }) => ({
      subject: { kind: "group" as const, id },
      label: name,
      group: "Groups",
    })),
  ];
  return all
    .filter(({ subject }) => !shares.some((share) => share.subject.id === subject.id))
    .map((one) => ({ ...one, value: one.subject.id }));
}
