"use client";

import { useQuery } from "@tanstack/react-query";
import { api } from "@/components/data/api";
import type { BridgeRequest } from "@/server/network/guide/bridge-guide.schema";
import { GuideView } from "./guide-view";

/** How a bridge is made by whoever is at the host, where Passdeck can't make it; nothing where there is no way. */
export function ByHand({ hostId, request }: { hostId: string; request: BridgeRequest }) {
  const guide = useQuery(api.network.bridgeGuide.queryOptions({ hostId, ...request }));
  if (guide.data === undefined || guide.data.refusal !== null) return null;
  return (
    <section aria-labelledby="by-hand-heading" className="mt-4">
      <h3 id="by-hand-heading" className="mb-2 font-semibold">
        By hand
      </h3>
      <GuideView guide={guide.data} />
    </section>
  );
}
