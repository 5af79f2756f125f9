"use client";

import { Wrench } from "lucide-react";
import type { Maintenance } from "@/server/fleet/maintenance.schema";
import { useHostLabel } from "./use-host-label";

export interface HostInMaintenanceProps {
  hostId: string;
  maintenance: Maintenance;
}

/** That a host is in maintenance, why, and what that means for its VMs. */
export default function HostInMaintenance({ hostId, maintenance }: HostInMaintenanceProps) {
  const name = useHostLabel()(hostId);
  return (
    <section
      aria-label={`Maintenance of ${name}`}
      className="mb-4 flex gap-3 rounded-lg border border-warning/40 bg-warning/8 px-4 py-2.5"
    >
      <Wrench aria-hidden className="mt-0.5 size-4 shrink-0 text-warning" />
      <p className="wrap-anywhere min-w-0">
        <strong className="font-semibold">
          {name} is in maintenance: {maintenance.reason}.
        </strong>{" "}
        No VM is started or migrated there until an administrator ends it. What runs goes on.
      </p>
    </section>
  );
}
