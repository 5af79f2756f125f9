"use client";

import { MonitorX } from "lucide-react";
import { lazy, Suspense } from "react";
import { ClusterNotice } from "@/components/fleet/cluster-notice";
import { HostProblemNotices } from "@/components/fleet/host-problems";
import { HostWaiting } from "@/components/fleet/host-waiting";
import { MaintenanceNotice } from "@/components/fleet/maintenance-notice";
import { staleLook } from "@/components/fleet/stale-look";
import { isActive } from "@/components/fleet/state-look";
import { useFleetLoaded, useHost, useIsStale, useVm, useVms } from "@/components/fleet/use-fleet";
import { useRecording, useStatistics } from "@/components/fleet/use-statistics";
import { vmKey } from "@/components/fleet/vm-key";
import { DetailSkeleton, NoSuchThing } from "@/components/ui/detail-page";
import { Skeleton } from "@/components/ui/skeleton";
import { usePageTitle } from "@/components/ui/use-page-title";
import type { VmSummary } from "@/server/fleet/schema";
import { VmElsewhere } from "./vm-elsewhere";
import { VmHeader } from "./vm-header";
import { VmTabs } from "./vm-tabs";

const UnreadableVm = lazy(() => import("./unreadable-vm"));

/** The page of one VM. */
export function VmPage({ hostId, vmId }: { hostId: string; vmId: string }) {
  const vm = useVm(vmKey({ hostId, id: vmId }));
  return vm === null ? <WithoutVm hostId={hostId} vmId={vmId} /> : <WithVm vm={vm} />;
}

function WithVm({ vm }: { vm: VmSummary }) {
  const stale = useIsStale(vm.hostId);
  useRecording(vmKey(vm));
  useStatistics(stale || !isActive(vm.state) ? [] : [vm.hostId], 2);
  usePageTitle(vm.name);
  return (
    <>
      <HostProblemNotices />
      <MaintenanceNotice hostId={vm.hostId} />
      <ClusterNotice vm={vm} />
      <div className={stale ? staleLook : undefined}>
        <VmHeader vm={vm} />
      </div>
      {vm.unreadable === null ? (
        <VmTabs vm={vm} />
      ) : (
        <Suspense fallback={<Skeleton className="h-44" />}>
          <UnreadableVm vm={vm} problem={vm.unreadable.problem} />
        </Suspense>
      )}
    </>
  );
}

function WithoutVm({ hostId, vmId }: { hostId: string; vmId: string }) {
  const loaded = useFleetLoaded();
  const host = useHost(hostId);
  const elsewhere = useVms().find((vm) => vm.id === vmId);
  if (elsewhere !== undefined) return <VmElsewhere vm={elsewhere} />;
  if (loaded && (host === null || host.connection === "connected"))
    return <NoSuchThing icon={<MonitorX />} what="VM" href="/vms" list="VMs" />;
  return (
    <HostWaiting hostId={hostId} what="the VM">
      <VmSkeleton />
    </HostWaiting>
  );
}

function VmSkeleton() {
  return (
    <DetailSkeleton>
      <Skeleton className="h-9 w-full" />
      <div className="mt-4 grid gap-4 lg:grid-cols-2">
        <Skeleton className="h-44" />
        <Skeleton className="h-44" />
      </div>
    </DetailSkeleton>
  );
}
