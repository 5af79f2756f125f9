"use client";

import { useCallback, useMemo } from "react";
import type { ClusterMark } from "@/server/fleet/cluster-mark.schema";
import type { VmSummary } from "@/server/fleet/schema";
import { useHosts } from "./use-fleet";

/** Tells of each VM as which resource a cluster runs it; null: none does. Another function only when that changes. */
export function useClustered(): (vm: Pick<VmSummary, "hostId" | "id" | "name">) => string | null {
  const text = JSON.stringify(
    useHosts().flatMap(({ id, cluster }) => (cluster === null ? [] : [[id, cluster.vms]])),
  );
  const byHost = useMemo(() => new Map<string, ClusterMark["vms"]>(JSON.parse(text)), [text]);
  return useCallback(
    ({ hostId, id, name }) =>
      byHost.get(hostId)?.find((vm) => (vm.vmId === null ? vm.name === name : vm.vmId === id))?.resource ??
      null,
    [byHost],
  );
}
