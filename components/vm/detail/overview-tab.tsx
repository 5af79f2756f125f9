"use client";

import { lazy, Suspense } from "react";
import { isActive } from "@/components/fleet/state-look";
import { useHost } from "@/components/fleet/use-fleet";
import { useHostReport } from "@/components/fleet/use-host-report";
import { vmKey } from "@/components/fleet/vm-key";
import type { VmSummary } from "@/server/fleet/schema";
import { VmCharts } from "../chart/vm-charts";
import { VmDevices } from "../device/vm-devices";
import { DefinitionCard } from "./definition-card";
import { DisksCard } from "./disks-card";
import { NetworkCard } from "./network-card";
import { StartProblemsNotice } from "./start-problems";
import { useStartProblems } from "./use-start-problems";

const GuestGpuCard = lazy(() => import("@/components/guest-gpu/guest-gpu-card"));

/** A VM at a glance: its figures while it runs, and what it is made of. */
export function OverviewTab({ vm }: { vm: VmSummary }) {
  const host = useHost(vm.hostId);
  const hasHostDevices = vm.passthrough.length + vm.otherHostDevices.length > 0;
  const report = useHostReport(hasHostDevices ? vm.hostId : null);
  const problems = useStartProblems(vm, report.data);
  return (
    <>
      <StartProblemsNotice vm={vm} reading={problems} />
      {isActive(vm.state) ? (
        <VmCharts rowKey={vmKey(vm)} vm={vm} />
      ) : (
        <p className="mb-4 rounded-lg border border-border border-dashed px-4 py-3 text-muted">
          Live figures of CPU, memory, disks and network appear here while the VM is on.
        </p>
      )}
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <DefinitionCard vm={vm} hostName={host?.name ?? vm.hostId} />
        <div className="grid min-w-0 gap-4">
          <VmDevices vm={vm} />
          <Suspense>{vm.mayHaveGpu ? <GuestGpuCard vm={vm} /> : null}</Suspense>
          <DisksCard disks={vm.disks} />
          <NetworkCard vm={vm} />
        </div>
      </div>
    </>
  );
}
