"use client";

import { useRights } from "@/components/data/use-rights";
import { Button } from "@/components/ui/button";
import type { Job } from "@/server/job/job.schema";
import { useJobCall } from "./use-job-call";

/** What can be said to a job: stop while it runs; finish or undo once it was interrupted. */
export function JobButtons({ job }: { job: Job }) {
  const { busy, problem, call } = useJobCall(job.id);
  const mayNot = useRights({ kind: "job", jobId: job.id });
  return (
    <>
      <p role="alert" className="wrap-anywhere basis-full text-danger empty:hidden">
        {problem}
      </p>
      {job.state === "running" && job.cancellable && mayNot("job.cancel") === null ? (
        <Button disabled={busy} onClick={() => void call("cancel")}>
          Cancel and undo
        </Button>
      ) : null}
      {job.state === "interrupted" && mayNot("job.undo") === null ? (
        <Button disabled={busy} onClick={() => void call("undo")}>
          Undo
        </Button>
      ) : null}
      {job.state === "interrupted" && mayNot("job.finish") === null ? (
        <Button variant="primary" disabled={busy} onClick={() => void call("finish")}>
          Finish
        </Button>
      ) : null}
    </>
  );
}
