"use client";

import { Wrench } from "lucide-react";
import { useState } from "react";
import { VmActionsProvider } from "@/components/action/vm-actions";
import { api } from "@/components/data/api";
import { useAction } from "@/components/data/use-action";
import { hostObject, useRights } from "@/components/data/use-rights";
import { useHostLabel } from "@/components/fleet/use-host-label";
import { formatTime } from "@/components/formats/times";
import { Card } from "@/components/ui/card";
import { ReasonButton } from "@/components/ui/reason-button";
import type { Maintenance } from "@/server/fleet/maintenance.schema";
import type { HostSummary } from "@/server/fleet/schema";
import MaintenanceDialog from "./maintenance-dialog";
import { RunningVms } from "./running-vms";

export interface MaintenanceCardProps {
  host: HostSummary;
  maintenance: Maintenance;
}

/** A host in maintenance: why, since when, what runs there still, and the way out. */
export default function MaintenanceCard({ host, maintenance }: MaintenanceCardProps) {
  const [asking, setAsking] = useState(false);
  const mayNot = useRights(hostObject(host.id));
  const name = useHostLabel()(host.id);
  const end = useAction(api.host.endMaintenance.mutationOptions());
  const by = maintenance.by === null ? "" : ` by ${maintenance.by}`;
  return (
    <Card aria-label={`Maintenance of ${name}`} className="mb-5 border-warning/40">
      <header className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 rounded-t-lg border-border border-b bg-warning/8 px-4 py-3">
        <div className="flex min-w-0 grow basis-64 gap-2.5">
          <Wrench aria-hidden className="mt-0.5 size-4 shrink-0 text-warning" />
          <div className="wrap-anywhere min-w-0 max-w-2xl">
            <h2 className="font-semibold text-base">In maintenance: {maintenance.reason}</h2>
            <p>
              Begun {formatTime(maintenance.since)}
              {by}. Passdeck starts no VM here and migrates none here. What virsh or libvirt itself starts is
              not held back.
            </p>
          </div>
        </div>
        <div className="flex flex-wrap gap-2">
          <ReasonButton size="sm" reason={mayNot("host.beginMaintenance")} onClick={() => setAsking(true)}>
            Change reason…
          </ReasonButton>
          <ReasonButton
            size="sm"
            reason={mayNot("host.endMaintenance")}
            disabled={end.busy}
            onClick={() => end.run({ hostId: host.id })}
          >
            Exit maintenance
          </ReasonButton>
        </div>
      </header>
      <p role="alert" className="px-4 pt-2 text-danger empty:hidden">
        {end.problem}
      </p>
      <VmActionsProvider>
        <RunningVms host={host} />
      </VmActionsProvider>
      {asking ? <MaintenanceDialog host={host} onClose={() => setAsking(false)} /> : null}
    </Card>
  );
}
