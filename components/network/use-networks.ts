"use client";

import { useEffect, useState } from "react";
import { trpc } from "@/components/data/client";
import { whileVisible } from "@/components/data/while-visible";
import type { NetworkSummary } from "@/server/network/network.schema";

type Networks = readonly NetworkSummary[];

/** The networks of a host, live; undefined until the server told of them. */
export function useNetworks(hostId: string | null): Networks | undefined {
  const [known, setKnown] = useState<{ hostId: string; networks: Networks } | null>(null);
  useEffect(() => {
    if (hostId === null) return;
    return whileVisible((again) => {
      const subscription = trpc.network.watch.subscribe(
        { hostId },
        { onData: (networks) => setKnown({ hostId, networks }), onError: again, onComplete: again },
      );
      return () => subscription.unsubscribe();
    });
  }, [hostId]);
  return known?.hostId === hostId ? known?.networks : undefined;
}
