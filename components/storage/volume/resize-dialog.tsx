"use client";

import { useState } from "react";
import { trpc } from "@/components/data/client";
import { volumeObject } from "@/components/data/use-rights";
import { formatBytes } from "@/components/formats/numbers";
import PlanDialog from "@/components/plan/plan-dialog";
import { CheckField } from "@/components/ui/form/check-field";
import { FormDialog } from "@/components/ui/form/form-dialog";
import { SizeField } from "@/components/ui/form/size-field";
import type { PoolSummary } from "@/server/storage/pool.schema";
import type { VolumeSummary } from "@/server/storage/volume.schema";
import { sizeProblem } from "./size-problem";

export interface ResizeDialogProps {
  hostId: string;
  pool: PoolSummary;
  volume: VolumeSummary;
  onClose(): void;
  onChanged(): void;
}

/** Asks how large a volume is to be, smaller only for those who say that its end may be lost; shows the plan and the job. */
export default function ResizeDialog({ hostId, pool, volume, onClose, onChanged }: ResizeDialogProps) {
  const [wanted, setWanted] = useState<number | null>(null);
  const { name, capacityBytes: now } = volume;
  if (wanted === null) return <SizeForm pool={pool} volume={volume} onClose={onClose} onChosen={setWanted} />;
  const request = { hostId, pool: pool.name, volume: name, capacityBytes: wanted, shrink: wanted < now };
  return (
    <PlanDialog
      request={{
        title: `Resize ${name}`,
        label: "Resize",
        right: { act: "storage.resizeVolume", objects: [volumeObject(hostId, pool.name, name)] },
        load: () => trpc.storage.planResizeVolume.query(request),
        run: (fingerprint) => trpc.storage.resizeVolume.mutate({ ...request, fingerprint }),
      }}
      onClose={() => {
        onChanged();
        onClose();
      }}
    />
  );
}

interface SizeFormProps extends Pick<ResizeDialogProps, "pool" | "volume" | "onClose"> {
  onChosen(bytes: number): void;
}

function SizeForm({ pool, volume: { name, capacityBytes: now }, onClose, onChosen }: SizeFormProps) {
  const [bytes, setBytes] = useState(now);
  const [shrink, setShrink] = useState(false);
  const smaller = bytes < now;
  const problem = sizeProblem(bytes, shrink ? 1 : now);
  const submit = () => {
    if (problem !== undefined) return;
    if (bytes === now) return onClose();
    onChosen(bytes);
  };
  return (
    <FormDialog
      title={`Resize ${name}`}
      description="The guest sees the new capacity at its next start. Then grow its partitions and file systems in the guest."
      label="Continue"
      call={null}
      onSubmit={submit}
      onClose={onClose}
    >
      <SizeField
        label="New capacity"
        note={`${formatBytes(now)} now, ${formatBytes(pool.availableBytes)} free in ${pool.name}.`}
        bytes={bytes}
        problem={problem}
        onChange={setBytes}
      />
      {smaller ? (
        <CheckField
          label="Shrink the disk"
          note="Data beyond the new capacity is permanently lost. Shrink the file systems in it first."
          checked={shrink}
          onChange={setShrink}
        />
      ) : null}
    </FormDialog>
  );
}
