"use client";

import { trpc } from "@/components/data/client";
import { useAction } from "@/components/data/use-action";
import { useRights } from "@/components/data/use-rights";
import { Button } from "@/components/ui/button";
import type { Job } from "@/server/job/job.schema";

/** What can be said to a job: stop while it runs; finish or undo once it was interrupted. */
export function JobButtons({ job }: { job: Job }) {
  const { id: jobId, state } = job;
  const call = useAction({
    mutationFn: (name: "cancel" | "finish" | "undo") => trpc.job[name].mutate({ jobId }),
  });
  const mayNot = useRights({ kind: "job", jobId });
  return (
    <>
      <p role="alert" className="wrap-anywhere basis-full text-danger empty:hidden">
        {call.problem}
      </p>
      {state === "running" && job.cancellable && mayNot("job.cancel") === null ? (
        <Button disabled={call.busy} onClick={() => call.run("cancel")}>
          {job.independent ? "Cancel" : "Cancel and undo"}
        </Button>
      ) : null}
      {state === "interrupted" && mayNot("job.undo") === null ? (
        <Button disabled={call.busy} onClick={() => call.run("undo")}>
          Undo
        </Button>
      ) : null}
      {state === "interrupted" && mayNot("job.finish") === null ? (
        <Button variant="primary" disabled={call.busy} onClick={() => call.run("finish")}>
          Finish
        </Button>
      ) : null}
    </>
  );
}
