"use client";

import { DatabaseZap } from "lucide-react";
import Link from "next/link";
import { HostProblemNotices, HostProblemPage, useTroubledHosts } from "@/components/host/host-problems";
import { JobBanners } from "@/components/job/job-banners";
import { buttonClasses } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Skeleton } from "@/components/ui/skeleton";
import { usePageTitle } from "@/components/ui/use-page-title";
import { usePools } from "../use-pools";
import { PoolHeader } from "./pool-header";
import { isOpen } from "./pool-look";
import { PoolVolumes } from "./pool-volumes";
import { StoppedPool } from "./stopped-pool";

/** The page of one pool: how full it is, and its volumes. */
export function PoolPage({ hostId, name }: { hostId: string; name: string }) {
  const pools = usePools(hostId);
  const troubled = useTroubledHosts().find(({ id }) => id === hostId);
  usePageTitle(name);
  if (pools === undefined)
    return troubled === undefined ? <PoolSkeleton /> : <HostProblemPage host={troubled} />;
  const pool = pools.find((candidate) => candidate.name === name);
  if (pool === undefined) return <NoSuchPool />;
  return (
    <>
      <PoolHeader hostId={hostId} pool={pool} />
      <div className="flex flex-col gap-4">
        <HostProblemNotices />
        <JobBanners hostId={hostId} />
        {isOpen(pool) ? (
          <PoolVolumes key={pool.id} hostId={hostId} pool={pool} pools={pools} />
        ) : (
          <StoppedPool hostId={hostId} pool={pool} />
        )}
      </div>
    </>
  );
}

function NoSuchPool() {
  return (
    <EmptyState
      headingLevel={1}
      icon={<DatabaseZap />}
      title="There is no such pool"
      description="It was deleted, or the address is wrong."
      action={
        <Link href="/storage" className={buttonClasses()}>
          All pools
        </Link>
      }
    />
  );
}

function PoolSkeleton() {
  return (
    <div aria-busy="true">
      <Skeleton className="h-7 w-56" />
      <Skeleton className="mt-2 h-4 w-72" />
      <Skeleton className="mt-8 h-64 w-full rounded-lg" />
    </div>
  );
}
