"use client";

import { useState } from "react";
import JobBanner from "@/components/job/job-banner";
import JobDialog from "@/components/job/job-dialog";
import { useAllJobs } from "@/components/job/use-jobs";

/** Actions on VMs that take their time: how far they are, with a way to stop them. Floats, so that no row moves. */
export default function RunningActions() {
  const { data } = useAllJobs();
  const [shown, setShown] = useState<string | null>(null);
  const running = data?.filter(({ independent, state }) => independent && state === "running") ?? [];
  return (
    <>
      <div className="fixed right-4 bottom-32 left-4 z-30 flex flex-col gap-2 sm:bottom-20 sm:left-auto sm:w-112">
        {running.map((job) => (
          <div key={job.id} className="animate-appear rounded-lg bg-raised shadow-raised">
            <JobBanner job={job} onShow={() => setShown(job.id)} />
          </div>
        ))}
      </div>
      {shown === null ? null : <JobDialog jobId={shown} onClose={() => setShown(null)} />}
    </>
  );
}
