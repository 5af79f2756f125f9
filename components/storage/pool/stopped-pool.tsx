"use client";

import { CircleStop, Play } from "lucide-react";
import { poolObject, useRights } from "@/components/data/use-rights";
import { EmptyState } from "@/components/ui/empty-state";
import { ReasonButton } from "@/components/ui/reason-button";
import type { PoolSummary } from "@/server/storage/pool.schema";
import { poolStateLooks } from "./pool-look";
import { usePoolActs } from "./use-pool-acts";

/** Stands where the volumes would, of a pool that has none to show now. */
export function StoppedPool({ hostId, pool }: { hostId: string; pool: PoolSummary }) {
  const mayNot = useRights(poolObject(hostId, pool.name));
  const { start } = usePoolActs(hostId, pool.name);
  const { word } = poolStateLooks[pool.state];
  return pool.state === "inactive" ? (
    <EmptyState
      icon={<CircleStop />}
      title={`${pool.name} is stopped`}
      description="Its volumes can't be listed or used until it is started."
      action={
        <ReasonButton variant="primary" reason={mayNot("storage.startPool")} onClick={start}>
          <Play aria-hidden />
          Start pool
        </ReasonButton>
      }
    />
  ) : (
    <EmptyState
      icon={<CircleStop />}
      title={`${pool.name}: ${word.toLowerCase()}`}
      description="Its volumes can't be listed. Check that the host reaches the pool's device or server, then stop and start the pool."
    />
  );
}
