"use client";

import { trpc } from "@/components/data/client";
import { volumeObject } from "@/components/data/use-rights";
import PlanDialog from "@/components/plan/plan-dialog";
import type { PoolSummary } from "@/server/storage/pool.schema";
import type { VolumeSummary } from "@/server/storage/volume.schema";

export interface DeleteVolumeDialogProps {
  hostId: string;
  pool: PoolSummary;
  volume: VolumeSummary;
  onClose(): void;
  onChanged(): void;
}

/** Shows what is lost with a volume before it is gone, and then the job. */
export default function DeleteVolumeDialog(props: DeleteVolumeDialogProps) {
  const { hostId, pool, volume, onClose, onChanged } = props;
  const request = { hostId, pool: pool.name, volume: volume.name };
  return (
    <PlanDialog
      request={{
        title: `Delete ${volume.name}?`,
        label: "Delete",
        right: { act: "storage.deleteVolume", objects: [volumeObject(hostId, pool.name, volume.name)] },
        load: () => trpc.storage.planDeleteVolume.query(request),
        run: (fingerprint) => trpc.storage.deleteVolume.mutate({ ...request, fingerprint }),
      }}
      onClose={() => {
        onChanged();
        onClose();
      }}
    />
  );
}
