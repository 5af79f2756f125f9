"use client";

import { lazy, Suspense, useState } from "react";
import { api } from "@/components/data/api";
import { useAction } from "@/components/data/use-action";
import { useRights, vmObject } from "@/components/data/use-rights";
import { vmPath } from "@/components/fleet/vm-key";
import { formatTime } from "@/components/formats/times";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { Link } from "@/components/ui/link";
import { ReasonButton } from "@/components/ui/reason-button";
import type { VmSummary } from "@/server/fleet/schema";
import type { FailedStart } from "@/server/work/vm/failed-start.schema";

const JobDialog = lazy(() => import("@/components/job/job-dialog"));

interface FailedStartDialogProps {
  vm: VmSummary;
  failed: FailedStart;
  onClose(): void;
}

/** Why a VM was not started, what else tells of it, and the way to take the sign off the list. */
export default function FailedStartDialog({ vm, failed, onClose }: FailedStartDialogProps) {
  const mayNot = useRights(vmObject(vm));
  const [showsJob, setShowsJob] = useState(false);
  const dismiss = useAction(api.vm.dismissFailedStart.mutationOptions(), onClose);
  if (showsJob)
    return (
      <Suspense>
        <JobDialog jobId={failed.jobId} onClose={onClose} />
      </Suspense>
    );
  return (
    <Dialog open onOpenChange={(open) => (open ? undefined : onClose())}>
      <DialogContent
        title={`${vm.name} could not be started`}
        description={`${formatTime(failed.at)}. The sign goes once ${vm.name} has been started.`}
        footer={
          <>
            <Button onClick={() => setShowsJob(true)}>Show the job</Button>
            <ReasonButton
              reason={mayNot("vm.dismissFailedStart")}
              disabled={dismiss.busy}
              onClick={() => dismiss.run({ hostId: vm.hostId, vmId: vm.id })}
            >
              Dismiss
            </ReasonButton>
          </>
        }
      >
        <div className="wrap-anywhere flex flex-col gap-2 pt-2">
          <p>{failed.problem}</p>
          <p>
            <Link href={`${vmPath(vm)}?tab=events`} className="text-accent underline">
              Events of {vm.name}
            </Link>
          </p>
          <p role="alert" className="text-danger empty:hidden">
            {dismiss.problem}
          </p>
        </div>
      </DialogContent>
    </Dialog>
  );
}
