"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "@/components/data/api";
import { Loaded } from "@/components/data/loaded";
import { useRefetchOn } from "@/components/data/use-refetch-on";
import { useJobs } from "@/components/job/use-jobs";
import type { PlanRequest } from "@/components/plan/plan-dialog";
import { Card, CardHeader } from "@/components/ui/card";
import { Skeleton } from "@/components/ui/skeleton";
import type { HugePagePool } from "@/server/host/huge-pages/huge-pages.schema";
import { HugePagesForm } from "./huge-pages-form";

interface HugePagesCardProps {
  hostId: string;
  onAsk(request: PlanRequest): void;
}

/** Huge pages as they are now, by memory node, and how many there are to be at once. */
export function HugePagesCard({ hostId, onAsk }: HugePagesCardProps) {
  const state = useQuery(api.prepare.hugePages.queryOptions({ hostId }));
  const jobs = useJobs(hostId);
  useRefetchOn(jobs.map((job) => `${job.id} ${job.state}`).join(), state);
  const [before, setBefore] = useState<readonly HugePagePool[]>([]);
  const last = jobs.find(({ kind, report }) => kind === "huge-pages" && report !== null);
  return (
    <Card id="huge-pages" aria-labelledby="huge-pages-heading" className="scroll-mt-16">
      <CardHeader id="huge-pages-heading" title="Huge pages now" />
      <Loaded reading={state} what="the huge pages" skeleton={<Skeleton className="h-24" />}>
        {(told) =>
          told.pools.length === 0 ? (
            <p className="p-4 text-muted">The kernel has no huge pages.</p>
          ) : (
            <HugePagesForm
              key={told.pools.map(({ total }) => total).join()}
              hostId={hostId}
              state={told}
              report={last?.report ?? null}
              before={before}
              onAsk={(request) => {
                setBefore(told.pools);
                onAsk(request);
              }}
            />
          )
        }
      </Loaded>
    </Card>
  );
}
