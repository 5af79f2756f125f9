"use client";

import { useQuery } from "@tanstack/react-query";
import { api } from "@/components/data/api";
import type { Reading } from "@/components/data/reading";
import { useRefetchOn } from "@/components/data/use-refetch-on";
import { useJobs } from "@/components/job/use-jobs";
import type { PrepareState } from "@/server/work/prepare/state.schema";

/** What Passdeck has changed of how a host starts; read anew whenever a job may have changed that. */
export function usePrepareState(hostId: string): Reading<PrepareState> {
  const state = useQuery(api.prepare.state.queryOptions({ hostId }));
  const jobs = useJobs(hostId).filter(({ kind }) => kind === "prepare");
  useRefetchOn(jobs.map(({ id, state: now }) => `${id} ${now}`).join(), state);
  return state;
}
