"use client";

import { Wrench } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { hostObject, useRights } from "@/components/data/use-rights";
import { ReasonButton } from "@/components/ui/reason-button";
import type { HostSummary } from "@/server/fleet/schema";

const MaintenanceDialog = lazy(() => import("./maintenance-dialog"));

/** Puts a host into maintenance, after asking why. */
export function MaintenanceButton({ host }: { host: HostSummary }) {
  const [asking, setAsking] = useState(false);
  const mayNot = useRights(hostObject(host.id));
  return (
    <>
      <ReasonButton reason={mayNot("host.beginMaintenance")} onClick={() => setAsking(true)}>
        <Wrench aria-hidden />
        Enter maintenance…
      </ReasonButton>
      <Suspense>
        {asking ? <MaintenanceDialog host={host} onClose={() => setAsking(false)} /> : null}
      </Suspense>
    </>
  );
}
