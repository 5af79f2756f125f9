"use client";

import { Monitor, SearchX } from "lucide-react";
import { lazy, Suspense, useCallback, useMemo, useState } from "react";
import { useSession } from "@/components/data/session";
import { devicesOf } from "@/components/fleet/device-names";
import { HostProblemNotices, HostProblemPage } from "@/components/fleet/host-problems";
import { HostWaiting } from "@/components/fleet/host-waiting";
import { MaintenanceNotice } from "@/components/fleet/maintenance-notice";
import { NewVmLink } from "@/components/fleet/new-vm-link";
import { useFleetLoaded, useHosts, useStaleHosts, useVms } from "@/components/fleet/use-fleet";
import {
  useHostsWithActiveVms,
  useHostsWithPassthrough,
  useVmCount,
} from "@/components/fleet/use-fleet-facts";
import { useHostLabel } from "@/components/fleet/use-host-label";
import { useHostReports } from "@/components/fleet/use-host-report";
import { useStatistics } from "@/components/fleet/use-statistics";
import { useTroubledHosts } from "@/components/fleet/use-troubled-hosts";
import { vmKey } from "@/components/fleet/vm-key";
import { countOf } from "@/components/formats/numbers";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { rowsOf } from "./list-rows";
import { ListSkeleton } from "./list-skeleton";
import { type ListView, unfiltered } from "./list-view";
import { nothing, type Selection } from "./selection";
import { useFolded } from "./use-folded";
import { useListView } from "./use-list-view";
import { useVmOrder } from "./use-vm-order";
import { VmGrid } from "./vm-grid";
import { VmListToolbar } from "./vm-list-toolbar";

const BulkBar = lazy(() => import("./bulk-bar"));

/** From here on figures come every five seconds, as they cost the host more. */
const manyVms = 200;

/** The page of all VMs. */
export function VmList() {
  const count = useVmCount();
  const loaded = useFleetLoaded();
  return (
    <>
      <PageHeader
        title="VMs"
        description={count > 0 ? countOf(count, "VM") : undefined}
        actions={count > 0 ? <NewVmLink /> : undefined}
      />
      {loaded || count > 0 ? <KnownList count={count} /> : <ListSkeleton />}
    </>
  );
}

function KnownList({ count }: { count: number }) {
  const [troubled] = useTroubledHosts();
  const hosts = useHosts();
  const connecting = hosts.find(({ connection }) => connection === "connecting");
  const isOneConnected = hosts.some(({ connection }) => connection === "connected");
  if (count > 0) {
    return (
      <>
        <HostProblemNotices />
        {/* Of several, the rows say which. */}
        {hosts.length === 1 && hosts[0] !== undefined ? <MaintenanceNotice hostId={hosts[0].id} /> : null}
        <FilledList count={count} />
      </>
    );
  }
  if (isOneConnected)
    return (
      <>
        <HostProblemNotices />
        <NoVms hosts={hosts.length} />
      </>
    );
  if (troubled !== undefined) return <HostProblemPage host={troubled} />;
  if (connecting === undefined) return <NoVms hosts={hosts.length} />;
  return (
    <HostWaiting hostId={connecting.id} what="the VMs">
      <ListSkeleton />
    </HostWaiting>
  );
}

function FilledList({ count }: { count: number }) {
  const [view, setView] = useListView();
  const [selection, setSelection] = useState<Selection>(nothing);
  const reports = useHostReports(useHostsWithPassthrough());
  const devices = useCallback((hostId: string) => devicesOf(reports.get(hostId)?.data), [reports]);
  const { keys, count: listed, groups } = useVmOrder(view, devices, useHostLabel());
  const [folded, fold] = useFolded(view.group);
  const list = useMemo(() => rowsOf(keys, groups, folded), [keys, groups, folded]);
  const isStale = useStaleHosts();
  useStatistics(
    useHostsWithActiveVms().filter((id) => !isStale(id)),
    count > manyVms ? 5 : 2,
  );
  const clear = useCallback(() => setSelection(nothing), []);
  return (
    <div className="@container">
      <VmListToolbar view={view} onView={setView} />
      <p role="status" className="sr-only">
        {countOf(listed, "VM")} shown
      </p>
      {listed === 0 ? (
        <NothingFound view={view} onView={setView} />
      ) : (
        <VmGrid
          list={list}
          count={listed}
          view={view}
          onView={setView}
          selection={selection}
          onSelection={setSelection}
          devices={devices}
          folded={folded}
          onFold={fold}
        />
      )}
      {selection.size > 0 ? <Selected selection={selection} onClear={clear} /> : null}
    </div>
  );
}

function Selected({ selection, onClear }: { selection: Selection; onClear: () => void }) {
  const vms = useVms().filter((vm) => selection.has(vmKey(vm)));
  if (vms.length === 0) return null;
  return (
    <Suspense>
      <BulkBar vms={vms} onClear={onClear} />
    </Suspense>
  );
}

function NothingFound({ view, onView }: { view: ListView; onView: (view: ListView) => void }) {
  return (
    <EmptyState
      icon={<SearchX />}
      title="No VM matches"
      description="Search looks at names, titles, tags, folders, states, UUIDs, addresses and passed-through devices."
      action={<Button onClick={() => onView(unfiltered(view))}>Show all VMs</Button>}
    />
  );
}

function NoVms({ hosts }: { hosts: number }) {
  const isMember = useSession()?.user?.level === "member";
  const isGranted = Object.keys(useSession()?.allowed.granted ?? {}).length > 0;
  if (isMember && isGranted)
    return (
      <EmptyState
        icon={<Monitor />}
        title="You have no VMs yet"
        description="Create one here, of what an administrator has given you to use."
        action={<NewVmLink label="Create a VM" />}
      />
    );
  if (isMember)
    return (
      <EmptyState
        icon={<Monitor />}
        title="No VM is shared with you yet"
        description="An administrator shares VMs with you, or lets you create some. One that is shared appears here by itself."
      />
    );
  return (
    <EmptyState
      icon={<Monitor />}
      title={hosts > 1 ? "The hosts have no VMs yet" : "This host has no VMs yet"}
      description="Make the first one here. VMs of virt-manager, Terraform or virsh appear too, without a reload."
      action={<NewVmLink />}
    />
  );
}
