"use client";

import { HardDrive, Plus, ServerOff } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useFleetLoaded, useHosts } from "@/components/fleet/use-fleet";
import { HostChoice } from "@/components/host/host-choice";
import { HostProblemNotices, HostProblemPage, useTroubledHosts } from "@/components/host/host-problems";
import { JobBanners } from "@/components/job/job-banners";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { ReasonButton } from "@/components/ui/reason-button";
import { Skeleton } from "@/components/ui/skeleton";
import { PoolTable } from "./pool/pool-table";
import { usePools } from "./use-pools";
import { useWhyNotChange } from "./why-not-change";

const CreatePoolDialog = lazy(() => import("./pool/create-pool-dialog"));

/** The storage of one host of the fleet: its pools, live. */
export function StoragePage() {
  const hosts = useHosts();
  const [chosen, setChosen] = useState<string | null>(null);
  const [creating, setCreating] = useState(false);
  const host = hosts.find(({ id }) => id === chosen) ?? hosts[0] ?? null;
  return (
    <>
      <PageHeader
        title="Storage"
        description="Pools hold the disks of VMs and the media that they are installed from."
        actions={
          host === null ? undefined : (
            <>
              {hosts.length > 1 ? <HostChoice hosts={hosts} host={host} onChoose={setChosen} /> : null}
              <NewPoolButton primary onPress={() => setCreating(true)} />
            </>
          )
        }
      />
      <HostStorage hostId={host?.id ?? null} onCreate={() => setCreating(true)} />
      <Suspense>
        {creating && host !== null ? (
          <CreatePoolDialog hostId={host.id} onClose={() => setCreating(false)} />
        ) : null}
      </Suspense>
    </>
  );
}

function NewPoolButton({ primary = false, onPress }: { primary?: boolean; onPress(): void }) {
  return (
    <ReasonButton
      reason={useWhyNotChange()}
      variant={primary ? "primary" : "secondary"}
      onClick={() => onPress()}
    >
      <Plus aria-hidden />
      New pool
    </ReasonButton>
  );
}

function HostStorage({ hostId, onCreate }: { hostId: string | null; onCreate(): void }) {
  const loaded = useFleetLoaded();
  const pools = usePools(hostId);
  const troubled = useTroubledHosts().find(({ id }) => id === hostId);
  if (loaded && hostId === null) {
    return <EmptyState icon={<ServerOff />} title="No host" description="Passdeck manages no host yet." />;
  }
  if (pools === undefined || hostId === null) {
    return troubled === undefined ? <StorageSkeleton /> : <HostProblemPage host={troubled} />;
  }
  return (
    <div className="flex flex-col gap-4">
      <HostProblemNotices />
      <JobBanners hostId={hostId} />
      {pools.length === 0 ? (
        <EmptyState
          icon={<HardDrive />}
          title="This host has no storage pool yet"
          description="A pool is where disks and installation media are kept: a folder is enough. Make one, then upload an ISO to install from."
          action={<NewPoolButton onPress={onCreate} />}
        />
      ) : (
        <PoolTable hostId={hostId} pools={pools} />
      )}
    </div>
  );
}

function StorageSkeleton() {
  return (
    <div aria-busy="true">
      <p role="status" className="sr-only">
        Reading the host's pools
      </p>
      <Skeleton className="h-40 rounded-lg" />
    </div>
  );
}
