"use client";

import { lazy, Suspense, useMemo } from "react";
import { hostObject, useMay } from "@/components/data/use-rights";
import { HostProblemNotices, HostProblemPage } from "@/components/fleet/host-problems";
import { NewVmLink } from "@/components/fleet/new-vm-link";
import { useFleetLoaded, useHosts, useVms } from "@/components/fleet/use-fleet";
import { useHostReports } from "@/components/fleet/use-host-report";
import { useStatistics } from "@/components/fleet/use-statistics";
import { useTroubledHosts } from "@/components/fleet/use-troubled-hosts";
import { PageHeader } from "@/components/ui/page-header";
import { Skeleton } from "@/components/ui/skeleton";
import type { HostSummary } from "@/server/fleet/schema";
import { findAttention } from "./attention";
import { AttentionCard } from "./attention-card";
import { GpusCard } from "./gpus-card";
import { HostCard } from "./host-card";
import { VmStatesCard } from "./vm-states-card";

const SetUpNotice = lazy(() => import("@/components/basics/set-up-notice"));

/** The first page: each host, its GPUs, its VMs, and what someone should look at. */
export function Overview() {
  const hosts = useHosts();
  const vms = useVms();
  const loaded = useFleetLoaded();
  const troubled = useTroubledHosts();
  const [first] = troubled;
  const nothingKnown = vms.length === 0 && troubled.length > 0 && troubled.length === hosts.length;
  return (
    <>
      <PageHeader title="Overview" actions={loaded && !nothingKnown ? <NewVmLink /> : undefined} />
      {nothingKnown && first !== undefined ? <HostProblemPage host={first} /> : null}
      {loaded && !nothingKnown ? <Cards hosts={hosts} /> : null}
      {loaded ? null : <OverviewSkeleton />}
    </>
  );
}

function Cards({ hosts }: { hosts: readonly HostSummary[] }) {
  const vms = useVms();
  const may = useMay();
  const seen = hosts.filter(({ id }) => may("host.watchReport", hostObject(id)));
  const reports = useHostReports(useMemo(() => hosts.map(({ id }) => id), [hosts]));
  const connected = hosts.filter(({ connection }) => connection === "connected");
  useStatistics(
    connected.map(({ id }) => id),
    2,
  );
  const attention = useMemo(
    () => findAttention(hosts, vms, (hostId) => reports.get(hostId)?.data ?? null),
    [hosts, vms, reports],
  );
  return (
    <>
      <HostProblemNotices />
      <Suspense>
        {connected
          .filter((host) => seen.includes(host))
          .map(({ id, name }) => (
            <SetUpNotice key={id} hostId={id} name={hosts.length > 1 ? name : "This host"} />
          ))}
      </Suspense>
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="grid min-w-0 gap-4">
          <AttentionCard items={attention} />
          {seen.map((host) => (
            <HostCard key={host.id} host={host} report={reports.get(host.id)?.data} />
          ))}
        </div>
        <div className="grid min-w-0 gap-4">
          <VmStatesCard />
          {seen.map((host) => (
            <GpusCard
              key={host.id}
              hostId={host.id}
              report={reports.get(host.id)}
              vms={vms.filter(({ hostId }) => hostId === host.id)}
            />
          ))}
        </div>
      </div>
    </>
  );
}

function OverviewSkeleton() {
  return (
    <div aria-busy="true" className="grid gap-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <Skeleton className="h-72" />
      <Skeleton className="h-40" />
    </div>
  );
}
