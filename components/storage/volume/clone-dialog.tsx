"use client";

import { useState } from "react";
import { trpc } from "@/components/data/client";
import { useCall } from "@/components/data/use-call";
import { formatBytes } from "@/components/fleet/format";
import JobDialog from "@/components/job/job-dialog";
import { Field } from "@/components/ui/form/field";
import { FormDialog } from "@/components/ui/form/form-dialog";
import { TextField } from "@/components/ui/form/text-field";
import { Select } from "@/components/ui/select";
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
  const [jobId, setJobId] = useState<string | null>(null);
  const call = useCall();
  const toPool = target === pool.name ? null : target;
  const { request, problems } = check(cloneVolumeSchema, { name, toPool });
  const clash =
    toPool === null && taken.includes(name) ? `${pool.name} already has a volume with this name.` : undefined;
  const clone = () => {
    if (request === null || clash !== undefined) return;
    void call.run(
      () => trpc.storage.cloneVolume.mutate({ hostId, pool: pool.name, volume: volume.name, ...request }),
      (started) => setJobId(started.jobId),
    );
  };
  if (jobId !== null) return <JobDialog jobId={jobId} onClose={onClose} />;
  return (
    <FormDialog
      title={`Clone ${volume.name}`}
      description={`An independent copy, ${formatBytes(volume.allocationBytes)} of data.`}
      label="Clone"
      call={call}
      onSubmit={clone}
      onClose={onClose}
    >
      <TextField label="Name" value={name} problem={clash ?? problems.name} onChange={setName} />
      <Field label="Pool">
        {(attributes) => (
          <Select
            {...attributes}
            className="w-full"
            value={target}
            onChange={(event) => setTarget(event.target.value)}
          >
            {pools.filter(isOpen).map(({ id, name: other, availableBytes }) => (
              <option key={id} value={other}>
                {other} ({formatBytes(availableBytes)} free)
              </option>
            ))}
          </Select>
        )}
      </Field>
    </FormDialog>
  );
}
