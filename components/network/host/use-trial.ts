"use client";

import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { trpc } from "@/components/data/client";
import { useNow } from "@/components/ui/use-now";
import { type Trial, trialOf } from "./trial-phase";

/** How often the host is asked, and how long an answer is waited for: one that is cut off never comes. Milliseconds. */
const askEveryMs = 1_000;
const patienceMs = 3_000;

/**
 * A new network of the host that is tried, looked at over that very network.
 * @param confirms Whether each answer is taken for the proof that it is still reached.
 */
export function useTrial(hostId: string, confirms: boolean): Trial {
  const asked = useQuery({
    queryKey: ["trial", hostId],
    queryFn: () => trpc.bridge.state.query({ hostId }, { signal: AbortSignal.timeout(patienceMs) }),
    refetchInterval: askEveryMs,
    retry: false,
    // A browser that has no other network is not to wait for one.
    networkMode: "always",
  });
  const now = useNow(1);
  const told = asked.data?.trial ?? null;
  const isToConfirm = confirms && told?.live === true && told.decision === null;
  const { dataUpdatedAt } = asked;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer is a proof, and is said again where the last one was lost
  useEffect(() => {
    if (!isToConfirm) return;
    trpc.bridge.keep.mutate({ hostId }, { signal: AbortSignal.timeout(patienceMs) }).catch(() => undefined);
  }, [isToConfirm, dataUpdatedAt, hostId]);
  return trialOf(told, Math.max(0, now - dataUpdatedAt), asked.isError);
}
