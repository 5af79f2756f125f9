"use client";

import { api } from "@/components/data/api";
import { useAction } from "@/components/data/use-action";
import { formatBytes } from "@/components/fleet/format";
import { FormDialog } from "@/components/ui/form/form-dialog";
import { notify } from "@/components/ui/notify";
import type { PoolSummary } from "@/server/storage/pool.schema";
import type { VolumeSummary } from "@/server/storage/volume.schema";

export interface DeleteVolumeDialogProps {
  hostId: string;
  pool: PoolSummary;
  volume: VolumeSummary;
  onClose(): void;
  onChanged(): void;
}

/** Asks before a volume and all that is in it is gone. */
export default function DeleteVolumeDialog(props: DeleteVolumeDialogProps) {
  const { hostId, pool, volume, onClose, onChanged } = props;
  const { name, capacityBytes, path } = volume;
  const remove = useAction(api.storage.deleteVolume.mutationOptions(), () => {
    notify("success", `${name} deleted`);
    onChanged();
    onClose();
  });
  return (
    <FormDialog
      role="alertdialog"
      title={`Delete ${name}?`}
      description={`${formatBytes(capacityBytes)}${path === null ? "" : ` at ${path}`}: its content is permanently lost. No VM on this host uses it.`}
      label="Delete"
      call={remove}
      onSubmit={() => remove.run({ hostId, pool: pool.name, volume: name })}
      onClose={onClose}
    />
  );
}
