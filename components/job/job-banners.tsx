"use client";

import { lazy, Suspense, useState } from "react";
import { errorText } from "@/components/data/error-text";
import { ErrorNotice } from "@/components/ui/error-notice";
import { useAllJobs, useJobs } from "./use-jobs";

const JobBanner = lazy(() => import("./job-banner"));
const JobDialog = lazy(() => import("./job-dialog"));

/** The jobs of a host that somebody should know of: those that run, and those that were interrupted. */
export function JobBanners({ hostId }: { hostId: string }) {
  const { error, refetch } = useAllJobs();
  const jobs = useJobs(hostId).filter(({ state }) => state === "running" || state === "interrupted");
  const [shown, setShown] = useState<string | null>(null);
  return (
    <>
      {error === null ? null : (
        <ErrorNotice
          title="Could not read the jobs of this host"
          problem={errorText(error)}
          onRetry={() => void refetch()}
        />
      )}
      <Suspense>
        {jobs.map((job) => (
          <JobBanner key={job.id} job={job} onShow={() => setShown(job.id)} />
        ))}
      </Suspense>
      <Suspense>
        {shown === null ? null : <JobDialog jobId={shown} onClose={() => setShown(null)} />}
      </Suspense>
    </>
  );
}
