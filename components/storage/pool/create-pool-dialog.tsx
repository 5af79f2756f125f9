"use client";

import { useState } from "react";
import { api } from "@/components/data/api";
import { useAction } from "@/components/data/use-action";
import JobDialog from "@/components/job/job-dialog";
import { CheckField } from "@/components/ui/form/check-field";
import { FormDialog } from "@/components/ui/form/form-dialog";
import { SelectField } from "@/components/ui/form/select-field";
import { TextField } from "@/components/ui/form/text-field";
import { checkPoolDraft, emptyPoolDraft, type PoolDraft, type PoolType, poolTypes } from "./pool-draft";

const types = (Object.keys(poolTypes) as PoolType[]).map((value) => ({
  value,
  label: poolTypes[value].label,
}));

/** Asks for a new pool: its kind, and what that kind needs; then shows how that goes. */
export default function CreatePoolDialog({ hostId, onClose }: { hostId: string; onClose(): void }) {
  const [draft, setDraft] = useState<PoolDraft>(emptyPoolDraft);
  const [tried, setTried] = useState(false);
  const create = useAction(api.storage.createPool.mutationOptions());
  const { request, problems } = checkPoolDraft(draft);
  const shown = tried ? problems : {};
  const change = (part: Partial<PoolDraft>) => setDraft({ ...draft, ...part });
  const submit = () => {
    setTried(true);
    if (request !== null) create.run({ hostId, request });
  };
  if (create.answer !== undefined) return <JobDialog jobId={create.answer.jobId} onClose={onClose} />;
  return (
    <FormDialog title="New pool" label="Create" call={create} onSubmit={submit} onClose={onClose}>
      <SelectField
        label="Type"
        note={poolTypes[draft.type].note}
        value={draft.type}
        choices={types}
        onChange={(type) => change({ type })}
      />
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
