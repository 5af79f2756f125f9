"use client";

import { DatabaseZap } from "lucide-react";
import { HostLoaded } from "@/components/fleet/host-loaded";
import { HostProblemNotices } from "@/components/fleet/host-problems";
import { JobBanners } from "@/components/job/job-banners";
import { DetailSkeleton, NoSuchThing } from "@/components/ui/detail-page";
import { Skeleton } from "@/components/ui/skeleton";
import { UnreadableNotice } from "@/components/ui/unreadable";
import { usePageTitle } from "@/components/ui/use-page-title";
import type { PoolSummary } from "@/server/storage/pool.schema";
import { usePools } from "../use-pools";
import { PoolHeader } from "./pool-header";
import { isOpen } from "./pool-look";
import { PoolVolumes } from "./pool-volumes";
import { StoppedPool } from "./stopped-pool";

/** The page of one pool: how full it is, and its volumes. */
export function PoolPage({ hostId, name }: { hostId: string; name: string }) {
  usePageTitle(name);
  return (
    <HostLoaded hostId={hostId} reading={usePools(hostId)} what="the pool" skeleton={<PoolSkeleton />}>
      {(pools) => {
        const pool = pools.find((candidate) => candidate.name === name);
        return pool === undefined ? (
          <NoSuchThing icon={<DatabaseZap />} what="pool" href="/storage" list="pools" />
        ) : (
          <WithPool hostId={hostId} pool={pool} pools={pools} />
        );
      }}
    </HostLoaded>
  );
}

function PoolSkeleton() {
  return (
    <DetailSkeleton>
      <Skeleton className="h-64 w-full rounded-lg" />
    </DetailSkeleton>
  );
}

interface WithPoolProps {
  hostId: string;
  pool: PoolSummary;
  pools: readonly PoolSummary[];
}

function WithPool({ hostId, pool, pools }: WithPoolProps) {
  return (
    <>
      <PoolHeader hostId={hostId} pool={pool} />
      <div className="flex flex-col gap-4">
        <HostProblemNotices />
        <JobBanners hostId={hostId} />
        {pool.unreadable === null ? null : (
          <UnreadableNotice problem={pool.unreadable.problem}>
            What libvirt tells of this pool can’t be read. Its volumes are shown as far as libvirt lists them.
          </UnreadableNotice>
        )}
        {isOpen(pool) ? (
          <PoolVolumes key={pool.id} hostId={hostId} pool={pool} pools={pools} />
        ) : (
          <StoppedPool hostId={hostId} pool={pool} />
        )}
      </div>
    </>
  );
}
