"use client";

import { useMemo, useSyncExternalStore } from "react";
import { trpc } from "@/components/data/client";
import { whileVisible } from "@/components/data/while-visible";
import type { Job } from "@/server/job/job.schema";
import { JobStore } from "./job-store";

const store = new JobStore();
const none: readonly Job[] = [];
let lookers = 0;
let stopWatch = () => {};

/** One subscription for everything on the page that looks at jobs, as long as something does. */
function subscribe(listener: () => void): () => void {
  const stop = store.changes.add(listener);
  lookers += 1;
  if (lookers === 1) stopWatch = whileVisible(watchOnce);
  return () => {
    stop();
    lookers -= 1;
    if (lookers === 0) stopWatch();
  };
}

function watchOnce(again: () => void): () => void {
  const subscription = trpc.job.watch.subscribe(undefined, {
    onData: (message) => store.apply(message),
    onError: again,
    onComplete: again,
  });
  return () => subscription.unsubscribe();
}

/** The jobs of a host, the latest first, live. */
export function useJobs(hostId: string): readonly Job[] {
  const jobs = useSyncExternalStore(subscribe, store.all, () => none);
  return useMemo(() => jobs.filter((job) => job.hostId === hostId), [jobs, hostId]);
}

/** One job, live; undefined until the server told of it. */
export function useJob(jobId: string): Job | undefined {
  const jobs = useSyncExternalStore(subscribe, store.all, () => none);
  return jobs.find(({ id }) => id === jobId);
}
