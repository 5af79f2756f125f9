"use client";

import { ChevronDown } from "lucide-react";
import { buttonClasses } from "@/components/ui/button";
import { Breadcrumb } from "@/components/ui/detail-page";
import { PageHeader } from "@/components/ui/page-header";
import type { PoolSummary } from "@/server/storage/pool.schema";
import { FillBar } from "./fill-bar";
import { isOpen, poolTypeWord } from "./pool-look";
import { PoolMenu } from "./pool-menu";
import { PoolState } from "./pool-state";

/** A pool's name, what and where it is, how full, and what can be done to it. */
export function PoolHeader({ hostId, pool }: { hostId: string; pool: PoolSummary }) {
  const { name, type, state, source, path, autostart } = pool;
  return (
    <>
      <Breadcrumb href="/storage" list="Storage" />
      <PageHeader
        title={name}
        description={
          <>
            <span className="flex flex-wrap items-center gap-x-3">
              <span role="status">
                <PoolState state={state} />
              </span>
              <span>{poolTypeWord(type)}</span>
              {source === null ? null : <span className="wrap-anywhere font-mono text-sm">{source}</span>}
              {path === null ? null : <span className="wrap-anywhere font-mono text-sm">{path}</span>}
              {autostart ? <span>starts with the host</span> : null}
            </span>
            {isOpen(pool) ? (
              <div className="mt-2 w-80 max-w-full text-foreground">
                <FillBar pool={pool} />
              </div>
            ) : null}
          </>
        }
        actions={
          <PoolMenu hostId={hostId} pool={pool} className={buttonClasses()}>
            Pool
            <ChevronDown aria-hidden />
          </PoolMenu>
        }
      />
    </>
  );
}
