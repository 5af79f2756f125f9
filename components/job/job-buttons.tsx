"use client";

import { Button } from "@/components/ui/button";
import type { Job } from "@/server/job/job.schema";
import { useJobCall } from "./use-job-call";
import { useWhyNotRun } from "./why-not-run";

/** What can be said to a job: stop while it runs; finish or undo once it was interrupted. */
export function JobButtons({ job }: { job: Job }) {
  const { busy, problem, call } = useJobCall(job.id);
  const mayNot = useWhyNotRun();
  if (mayNot !== null) return null;
  return (
    <>
      <p role="alert" className="wrap-anywhere basis-full text-danger empty:hidden">
        {problem}
      </p>
      {job.state === "running" && job.cancellable ? (
        <Button disabled={busy} onClick={() => void call("cancel")}>
          Cancel and undo
        </Button>
      ) : null}
      {job.state === "interrupted" ? (
        <>
          <Button disabled={busy} onClick={() => void call("undo")}>
            Undo
          </Button>
          <Button variant="primary" disabled={busy} onClick={() => void call("finish")}>
            Finish
          </Button>
        </>
      ) : null}
    </>
  );
}
