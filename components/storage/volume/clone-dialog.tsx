"use client";

import { useState } from "react";
import { api } from "@/components/data/api";
import { useAction } from "@/components/data/use-action";
import { formatBytes } from "@/components/formats/numbers";
import JobDialog from "@/components/job/job-dialog";
import { FormDialog } from "@/components/ui/form/form-dialog";
import { SelectField } from "@/components/ui/form/select-field";
import { TextField } from "@/components/ui/form/text-field";
import type { PoolSummary } from "@/server/storage/pool.schema";
import type { VolumeSummary } from "@/server/storage/volume.schema";
import { cloneVolumeSchema } from "@/server/storage/volume-request.schema";
import { check } from "../form/problems";
import { isOpen } from "../pool/pool-look";
import { cloneName } from "./clone-name";

export interface CloneDialogProps {
  hostId: string;
  pool: PoolSummary;
  pools: readonly PoolSummary[];
  volume: VolumeSummary;
  /** The names of volumes that are in `pool`. */
  taken: readonly string[];
  onClose(): void;
}

/** Asks for a copy's name and place, then shows how the copying goes. */
export default function CloneDialog({ hostId, pool, pools, volume, taken, onClose }: CloneDialogProps) {
  const [name, setName] = useState(() => cloneName(volume.name, taken));
  const [target, setTarget] = useState(pool.name);
  const clone = useAction(api.storage.cloneVolume.mutationOptions());
  const toPool = target === pool.name ? null : target;
  const { request, problems } = check(cloneVolumeSchema, { name, toPool });
  const clash =
    toPool === null && taken.includes(name) ? `${pool.name} already has a volume with this name.` : undefined;
  const submit = () => {
    if (request !== null && clash === undefined)
      clone.run({ hostId, pool: pool.name, volume: volume.name, ...request });
  };
  if (clone.answer !== undefined) return <JobDialog jobId={clone.answer.jobId} onClose={onClose} />;
  return (
    <FormDialog
      title={`Clone ${volume.name}`}
      description={`An independent copy, ${formatBytes(volume.allocationBytes)} of data.`}
      label="Clone"
      call={clone}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField label="Name" value={name} problem={clash ?? problems.name} onChange={setName} />
      <SelectField
        label="Pool"
        value={target}
        choices={pools.filter(isOpen).map(({ name: other, availableBytes }) => ({
          value: other,
          label: `${other} (${formatBytes(availableBytes)} free)`,
        }))}
        onChange={setTarget}
      />
    </FormDialog>
  );
}
