"use client";

import { useState } from "react";
import { api } from "@/components/data/api";
import { useAction } from "@/components/data/use-action";
import { formatBytes } from "@/components/fleet/format";
import { CheckField } from "@/components/ui/form/check-field";
import { FormDialog } from "@/components/ui/form/form-dialog";
import { SizeField } from "@/components/ui/form/size-field";
import { notify } from "@/components/ui/notify";
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

/** Asks how large a volume is to be; smaller only for those who say that its end may be lost. */
export default function ResizeDialog({ hostId, pool, volume, onClose, onChanged }: ResizeDialogProps) {
  const { name, capacityBytes: now } = volume;
  const [bytes, setBytes] = useState(now);
  const [shrink, setShrink] = useState(false);
  const smaller = bytes < now;
  const problem = sizeProblem(bytes, shrink ? 1 : now);
  const resize = useAction(api.storage.resizeVolume.mutationOptions(), (_resized, { capacityBytes }) => {
    notify("success", name, `The capacity is ${formatBytes(capacityBytes)} now.`);
    onChanged();
    onClose();
  });
  const submit = () => {
    if (problem !== undefined) return;
    if (bytes === now) return onClose();
    resize.run({ hostId, pool: pool.name, volume: name, capacityBytes: bytes, shrink: smaller });
  };
  return (
    <FormDialog
      title={`Resize ${name}`}
      description="The guest sees the new capacity at its next start. Then grow its partitions and file systems in the guest."
      label="Resize"
      call={resize}
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
