"use client";

import { useState } from "react";
import { api } from "@/components/data/api";
import { formatBytes } from "@/components/formats/numbers";
import JobDialog from "@/components/job/job-dialog";
import { useJobAction } from "@/components/job/use-job-action";
import { CheckField } from "@/components/ui/form/check-field";
import { FormDialog } from "@/components/ui/form/form-dialog";
import { type Choice, SelectField } from "@/components/ui/form/select-field";
import { SizeField } from "@/components/ui/form/size-field";
import { TextField } from "@/components/ui/form/text-field";
import type { PoolSummary } from "@/server/storage/pool.schema";
import { type CreateVolumeRequest, createVolumeSchema } from "@/server/storage/volume-request.schema";
import { check } from "../form/problems";
import { hasFormats } from "../pool/pool-look";
import { sizeProblem } from "./size-problem";

export interface CreateVolumeDialogProps {
  hostId: string;
  pool: PoolSummary;
  /** The names of volumes that are there. */
  taken: readonly string[];
  onClose(): void;
  onChanged(): void;
}

type Format = CreateVolumeRequest["format"];

const formatNotes: Readonly<Record<Format, string>> = {
  qcow2: "Supports snapshots, and grows as it is written.",
  raw: "Fastest, but without internal snapshots.",
};
const formatChoices: readonly Choice<Format>[] = [
  { value: "qcow2", label: "qcow2" },
  { value: "raw", label: "raw" },
];

/** Asks for a new, empty disk. */
export default function CreateVolumeDialog({
  hostId,
  pool,
  taken,
  onClose,
  onChanged,
}: CreateVolumeDialogProps) {
  const formats = hasFormats(pool);
  const [draft, setDraft] = useState<CreateVolumeRequest>({
    name: "",
    capacityBytes: 20 * 1024 ** 3,
    format: formats ? "qcow2" : "raw",
    allocateAll: false,
  });
  const [tried, setTried] = useState(false);
  const close = () => {
    onChanged();
    onClose();
  };
  const create = useJobAction(api.storage.createVolume.mutationOptions(), ({ request: made }) => ({
    words: {
      subject: made.name,
      label: "Create",
      done: `${formatBytes(made.capacityBytes)} in ${pool.name}.`,
    },
    leave: close,
  }));
  const change = (part: Partial<typeof draft>) => setDraft({ ...draft, ...part });
  const { request, problems } = check(createVolumeSchema, draft);
  const clash = taken.includes(draft.name) ? `${pool.name} already has a volume with this name.` : undefined;
  const submit = () => {
    setTried(true);
    if (request !== null && clash === undefined) create.run({ hostId, pool: pool.name, request });
  };
  if (create.answer !== undefined)
    return (
      <JobDialog
        jobId={create.answer.jobId}
        onClose={() => {
          create.dismiss();
          close();
        }}
      />
    );
  return (
    <FormDialog
      title={`New volume in ${pool.name}`}
      description="An empty disk for a VM."
      label="Create"
      call={create}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField
        label="Name"
        placeholder={formats ? "windows.qcow2" : "windows"}
        value={draft.name}
        problem={clash ?? (tried ? problems.name : undefined)}
        onChange={(name) => change({ name })}
      />
      <SizeField
        label="Capacity"
        note={`The size that the guest sees. ${formatBytes(pool.availableBytes)} free in ${pool.name}.`}
        bytes={draft.capacityBytes}
        problem={sizeProblem(draft.capacityBytes)}
        onChange={(capacityBytes) => change({ capacityBytes })}
      />
      {formats ? (
        <SelectField
          label="Format"
          note={formatNotes[draft.format]}
          value={draft.format}
          choices={formatChoices}
          onChange={(format) => change({ format })}
        />
      ) : null}
      <CheckField
        label="Allocate the whole capacity now"
        note="Takes longer now, but can't run out of space later. Otherwise it grows as it is written."
        checked={draft.allocateAll}
        onChange={(allocateAll) => change({ allocateAll })}
      />
    </FormDialog>
  );
}
