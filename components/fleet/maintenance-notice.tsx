"use client";

import { lazy, Suspense } from "react";
import { useMaintenance } from "./use-maintenance";

// Most hosts are in none.
const Notice = lazy(() => import("./host-in-maintenance"));

/** Says above what is shown of a host that it is in maintenance; nothing where it is not. */
export function MaintenanceNotice({ hostId }: { hostId: string }) {
  const maintenance = useMaintenance()(hostId);
  if (maintenance === null) return null;
  return (
    <Suspense>
      <Notice hostId={hostId} maintenance={maintenance} />
    </Suspense>
  );
}
