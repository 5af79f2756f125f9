"use client";

import { useState } from "react";
import { trpc } from "@/components/data/client";
import { useCall } from "@/components/data/use-call";
import { CheckField } from "@/components/ui/form/check-field";
import { Field } from "@/components/ui/form/field";
import { FormDialog } from "@/components/ui/form/form-dialog";
import { TextField } from "@/components/ui/form/text-field";
import { notify } from "@/components/ui/notify";
import { Select } from "@/components/ui/select";
import { checkPoolDraft, emptyPoolDraft, type PoolDraft, type PoolType, poolTypes } from "./pool-draft";

/** Asks for a new pool: its kind, and what that kind needs. */
export default function CreatePoolDialog({ hostId, onClose }: { hostId: string; onClose(): void }) {
  const [draft, setDraft] = useState<PoolDraft>(emptyPoolDraft);
  const [tried, setTried] = useState(false);
  const call = useCall();
  const { request, problems } = checkPoolDraft(draft);
  const shown = tried ? problems : {};
  const change = (part: Partial<PoolDraft>) => setDraft({ ...draft, ...part });
  const create = () => {
    setTried(true);
    if (request === null) return;
    void call.run(
      () => trpc.storage.createPool.mutate({ hostId, request }),
      () => {
        notify("success", request.name, "Pool created and started.");
        onClose();
      },
    );
  };
  return (
    <FormDialog title="New pool" label="Create" call={call} onSubmit={create} onClose={onClose}>
      <TypeField type={draft.type} onChange={(type) => change({ type })} />
      <TextField
        label="Name"
        placeholder="fast"
        value={draft.name}
        problem={shown.name}
        onChange={(name) => change({ name })}
      />
      {poolTypes[draft.type].fields.map(({ key, ...words }) => (
        <TextField
          key={key}
          {...words}
          mono
          value={draft[key]}
          problem={shown[key]}
          onChange={(text) => change({ [key]: text })}
        />
      ))}
      <CheckField
        label="Start with the host"
        checked={draft.autostart}
        onChange={(autostart) => change({ autostart })}
      />
    </FormDialog>
  );
}

function TypeField({ type, onChange }: { type: PoolType; onChange(type: PoolType): void }) {
  const types = Object.keys(poolTypes) as PoolType[];
  return (
    <Field label="Type" note={poolTypes[type].note}>
      {(attributes) => (
        <Select
          {...attributes}
          className="w-full"
          value={type}
          onChange={({ target }) => onChange(types.find((other) => other === target.value) ?? type)}
        >
          {types.map((other) => (
            <option key={other} value={other}>
              {poolTypes[other].label}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
