"use client";

import { useQuery } from "@tanstack/react-query";
import { api } from "@/components/data/api";
import type { Reading } from "@/components/data/reading";
import { useRefetchOn } from "@/components/data/use-refetch-on";
import type { PoolSummary } from "@/server/storage/pool.schema";
import type { VolumeSummary } from "@/server/storage/volume.schema";
import { useVolumeStamp } from "./use-volume-stamp";

/** What a pool holds; null of one that turned out to be stopped or gone. */
export type Volumes = Reading<readonly VolumeSummary[] | null>;

/** The volumes of a pool. libvirt has no events for them: they are read anew when something may have changed them. */
export function useVolumes(hostId: string, pool: PoolSummary): Volumes {
  const volumes = useQuery(
    // Asked each time that it comes to be shown: a pool may have been stopped and started in no time.
    api.storage.volumes.queryOptions({ hostId, pool: pool.name }, { staleTime: 0 }),
  );
  useRefetchOn(useVolumeStamp(hostId, pool), volumes);
  return volumes;
}
