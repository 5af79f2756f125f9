"use client";

import { useState } from "react";
import { trpc } from "@/components/data/client";
import { useCall } from "@/components/data/use-call";
import { formatBytes } from "@/components/fleet/format";
import { CheckField } from "@/components/ui/form/check-field";
import { FormDialog } from "@/components/ui/form/form-dialog";
import { TextField } from "@/components/ui/form/text-field";
import { notify } from "@/components/ui/notify";
import type { PoolSummary } from "@/server/storage/pool.schema";
import type { VolumeSummary } from "@/server/storage/volume.schema";
import { parseSize, writeSize } from "../form/size";
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
  const [size, setSize] = useState(() => writeSize(now));
  const [shrink, setShrink] = useState(false);
  const call = useCall();
  const bytes = parseSize(size);
  const smaller = bytes !== null && bytes < now;
  const problem = sizeProblem(size, shrink ? 1 : now);
  const resize = () => {
    if (bytes === null || problem !== undefined) return;
    if (bytes === now) return onClose();
    const request = { capacityBytes: bytes, shrink: smaller };
    void call.run(
      () => trpc.storage.resizeVolume.mutate({ hostId, pool: pool.name, volume: name, ...request }),
      () => {
        notify("success", name, `The capacity is ${formatBytes(bytes)} now.`);
        onChanged();
        onClose();
      },
    );
  };
  return (
    <FormDialog
      title={`Resize ${name}`}
      description="The guest sees the new capacity at its next start. Then grow its partitions and file systems in the guest."
      label="Resize"
      call={call}
      onSubmit={resize}
      onClose={onClose}
    >
      <TextField
        label="New capacity"
        note={`${formatBytes(now)} now, ${formatBytes(pool.availableBytes)} free in ${pool.name}.`}
        value={size}
        problem={problem}
        onChange={setSize}
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
