"use client";

import { CircleStop, Play } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { poolObject, useRights } from "@/components/data/use-rights";
import { EmptyState } from "@/components/ui/empty-state";
import { ReasonButton } from "@/components/ui/reason-button";
import type { PoolSummary } from "@/server/storage/pool.schema";
import { poolStateLooks } from "./pool-look";

const StartPoolDialog = lazy(() => import("./start-pool-dialog"));

/** Stands where the volumes would, of a pool that has none to show now. */
export function StoppedPool({ hostId, pool }: { hostId: string; pool: PoolSummary }) {
  const mayNot = useRights(poolObject(hostId, pool.name));
  const [starting, setStarting] = useState(false);
  const { word } = poolStateLooks[pool.state];
  return pool.state === "inactive" ? (
    <EmptyState
      icon={<CircleStop />}
      title={`${pool.name} is stopped`}
      description="Its volumes can't be listed or used until it is started."
      action={
        <>
          <ReasonButton
            variant="primary"
            reason={mayNot("storage.startPool")}
            onClick={() => setStarting(true)}
          >
            <Play aria-hidden />
            Start pool
          </ReasonButton>
          <Suspense>
            {starting ? (
              <StartPoolDialog hostId={hostId} pool={pool.name} onClose={() => setStarting(false)} />
            ) : null}
          </Suspense>
        </>
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
