"use client";

import { useMemo } from "react";
import { api } from "@/components/data/api";
import { useSubscription } from "@/components/data/use-subscription";
import { vmKey } from "@/components/fleet/vm-key";
import type { FailedStart } from "@/server/work/vm/failed-start.schema";

/** The VMs whose last start failed, by their keys; live. None until the server told of them. */
export function useFailedStarts(): ReadonlyMap<string, FailedStart> {
  const { data } = useSubscription(api.vm.failedStarts.subscriptionOptions());
  return useMemo(
    () => new Map(data?.map((failed) => [vmKey({ hostId: failed.hostId, id: failed.vmId }), failed])),
    [data],
  );
}
