"use client";

import { useEffect, useState } from "react";
import { trpc } from "@/components/data/client";
import { whileVisible } from "@/components/data/while-visible";
import type { PoolSummary } from "@/server/storage/pool.schema";

type Pools = readonly PoolSummary[];

/** The pools of a host, live; undefined until the server told of them. */
export function usePools(hostId: string | null): Pools | undefined {
  const [known, setKnown] = useState<{ hostId: string; pools: Pools } | null>(null);
  useEffect(() => {
    if (hostId === null) return;
    return whileVisible((again) => {
      const subscription = trpc.storage.watch.subscribe(
        { hostId },
        { onData: (pools) => setKnown({ hostId, pools }), onError: again, onComplete: again },
      );
      return () => subscription.unsubscribe();
    });
  }, [hostId]);
  return known?.hostId === hostId ? known?.pools : undefined;
}
