"use client";

import { lazy, type ReactNode, Suspense, useEffect, useState } from "react";
import { errorText } from "@/components/data/error-text";
import { ErrorNotice } from "@/components/ui/error-notice";
import { useAllJobs, useJobs } from "./use-jobs";

const JobBanner = lazy(() => import("./job-banner"));
const JobDialog = lazy(() => import("./job-dialog"));

/** A job that has ended by then is not shown: the page would jump for nothing. Milliseconds. */
const momentMs = 700;

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
          <Lasting key={job.id} atOnce={job.state === "interrupted"}>
            <JobBanner job={job} onShow={() => setShown(job.id)} />
          </Lasting>
        ))}
      </Suspense>
      <Suspense>
        {shown === null ? null : <JobDialog jobId={shown} onClose={() => setShown(null)} />}
      </Suspense>
    </>
  );
}

/** Shows its children once they have been there for a moment, or at once. */
function Lasting({ atOnce, children }: { atOnce: boolean; children: ReactNode }) {
  const [lasts, setLasts] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLasts(true), momentMs);
    return () => clearTimeout(timer);
  }, []);
  return atOnce || lasts ? children : null;
}
