"use client";

import { useState } from "react";
import { api } from "@/components/data/api";
import { useAction } from "@/components/data/use-action";
import { roleWords } from "@/components/fleet/role-words";
import { CheckField } from "@/components/ui/form/check-field";
import { FormDialog } from "@/components/ui/form/form-dialog";
import { TextField } from "@/components/ui/form/text-field";
import type { Person } from "@/server/access/person.schema";
import type { Group } from "@/server/access/share.schema";

export interface GroupDialogProps {
  /** null of a new one. */
  group: Group | null;
  people: readonly Person[];
  onClose(): void;
}

/** Makes a group, or changes its name and who is in it. */
export default function GroupDialog({ group, people, onClose }: GroupDialogProps) {
  const [name, setName] = useState(group?.name ?? "");
  const [userIds, setUserIds] = useState<readonly string[]>(group?.members.map(({ id }) => id) ?? []);
  const create = useAction(api.group.create.mutationOptions(), onClose);
  const change = useAction(api.group.change.mutationOptions(), onClose);
  const parts = { name, userIds: [...userIds] };
  const toggle = (id: string, isIn: boolean) =>
    setUserIds((before) => (isIn ? [...before, id] : before.filter((one) => one !== id)));
  return (
    <FormDialog
      title={group === null ? "New group" : `Change ${group.name}`}
      description="What is shared with the group is shared with each of its members."
      label={group === null ? "Create" : "Save"}
      call={group === null ? create : change}
      onSubmit={() => (group === null ? create.run(parts) : change.run({ groupId: group.id, ...parts }))}
      onClose={onClose}
    >
      <TextField
        label="Name"
        placeholder="Developers"
        required
        maxLength={64}
        value={name}
        onChange={setName}
      />
      <fieldset className="flex flex-col gap-1.5">
        <legend className="mb-1.5 font-medium">Members</legend>
        {people.map((person) => (
          <CheckField
            key={person.id}
            label={person.name}
            note={roleWords[person.role].label}
            checked={userIds.includes(person.id)}
            onChange={(isIn) => toggle(person.id, isIn)}
          />
        ))}
      </fieldset>
    </FormDialog>
  );
}
