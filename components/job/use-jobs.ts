"use client";

import { useMemo } from "react";
import { api } from "@/components/data/api";
import type { Reading } from "@/components/data/reading";
import { useFoldedSubscription } from "@/components/data/use-subscription";
import type { Job } from "@/server/job/job.schema";
import { withMessage } from "./job-list";

const none: readonly Job[] = [];

/** All jobs, the latest first, live. */
export function useAllJobs(): Reading<readonly Job[]> {
  return useFoldedSubscription(api.job.watch.subscriptionOptions(), withMessage);
}

/** The jobs of a host, the latest first, live; none until the server told of them. */
export function useJobs(hostId: string): readonly Job[] {
  const jobs = useAllJobs().data ?? none;
  return useMemo(() => jobs.filter((job) => job.hostId === hostId), [jobs, hostId]);
}

/** One job, live; undefined until the server told of it. */
export function useJob(jobId: string): Job | undefined {
  return useAllJobs().data?.find(({ id }) => id === jobId);
}
