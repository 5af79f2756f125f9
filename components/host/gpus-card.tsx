"use client";

import { lazy, Suspense } from "react";
import { Loaded } from "@/components/data/loaded";
import { usePassthroughPath } from "@/components/device/use-passthrough-address";
import { deviceName } from "@/components/fleet/device-names";
import type { HostReport } from "@/components/fleet/use-host-report";
import { vmPath } from "@/components/fleet/vm-key";
import { VmState } from "@/components/fleet/vm-state";
import { Badge } from "@/components/ui/badge";
import { Card, CardHeader } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { Skeleton } from "@/components/ui/skeleton";
import type { VmSummary } from "@/server/fleet/schema";
import type { HardwareReport } from "@/server/pci/schema";
import { type GpuUse, gpuUses } from "./gpu-use";

const GuestGpuLine = lazy(() => import("@/components/guest-gpu/guest-gpu-line"));

export interface GpusCardProps {
  hostId: string;
  report: HostReport | undefined;
  /** Of the same host. */
  vms: readonly VmSummary[];
}

/** A host's GPUs and who has them. */
export function GpusCard({ hostId, report, vms }: GpusCardProps) {
  const path = usePassthroughPath();
  return (
    <Card>
      <CardHeader
        title="GPUs"
        aside={
          <Link href={path(hostId)} className="inline-flex min-h-6 items-center text-accent hover:underline">
            All devices
          </Link>
        }
      />
      <Content report={report} vms={vms} />
    </Card>
  );
}

function Content({ report, vms }: Omit<GpusCardProps, "hostId">) {
  if (report === undefined) return null;
  return (
    <Loaded reading={report} what="the host’s devices" skeleton={<Skeleton className="m-4 h-5" />}>
      {(known) =>
        known === null ? (
          <p className="px-4 py-3 text-muted">This host’s hardware can’t be read.</p>
        ) : (
          <Gpus report={known} vms={vms} />
        )
      }
    </Loaded>
  );
}

function Gpus({ report, vms }: { report: HardwareReport; vms: readonly VmSummary[] }) {
  const uses = gpuUses(report, vms);
  if (uses.length === 0) return <p className="px-4 py-3 text-muted">This host has no GPU.</p>;
  return (
    <ul className="divide-y divide-border">
      {uses.map((use) => (
        <Gpu key={use.device.address} use={use} />
      ))}
    </ul>
  );
}

function Gpu({ use: { device, vms, words, tone } }: { use: GpuUse }) {
  return (
    <li className="wrap-anywhere px-4 py-2.5">
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
        <p>
          <span className="font-medium">{deviceName(device)}</span>{" "}
          <span className="font-mono text-muted text-sm">{device.address}</span>
        </p>
        <span className="flex flex-wrap gap-1.5">
          {device.bootVga === true ? <Badge tone="warning">Boot display</Badge> : null}
          <Badge tone={tone}>{words}</Badge>
        </span>
      </div>
      <ul>
        {vms.map((vm) => (
          <li key={vm.id} className="flex flex-wrap items-center gap-x-3">
            <Link href={vmPath(vm)} className="inline-block min-h-6 hover:underline">
              {vm.name}
            </Link>
            <span className="text-sm">
              <VmState state={vm.state} hasSavedState={vm.hasSavedState} />
            </span>
            <Suspense>{vm.state === "running" ? <GuestGpuLine vm={vm} /> : null}</Suspense>
          </li>
        ))}
      </ul>
    </li>
  );
}
