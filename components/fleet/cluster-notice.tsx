"use client";

import { lazy, Suspense } from "react";
import type { VmSummary } from "@/server/fleet/schema";
import { useClustered } from "./use-clustered";

// Most VMs are in none.
const Notice = lazy(() => import("./vm-in-cluster"));

/** Says above a VM that a cluster runs it; nothing where none does. */
export function ClusterNotice({ vm }: { vm: Pick<VmSummary, "hostId" | "id" | "name"> }) {
  const resource = useClustered()(vm);
  if (resource === null) return null;
  return (
    <Suspense>
      <Notice hostId={vm.hostId} resource={resource} />
    </Suspense>
  );
}
