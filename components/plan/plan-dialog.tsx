"use client";

import { type ReactNode, useId, useState } from "react";
import { Loaded } from "@/components/data/loaded";
import type { Right } from "@/components/data/use-rights";
import JobDialog from "@/components/job/job-dialog";
import { type JobEnd, useJobAction } from "@/components/job/use-job-action";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import type { Plan } from "@/server/plan.schema";
import { PlanSkeleton } from "./plan-skeleton";
import { PlanView } from "./plan-view";
import { RunFooter } from "./run-footer";
import { usePlan } from "./use-plan";

const promise =
  "These steps run in this order. Each one is checked; if one fails, the steps before it are undone.";

/** What is to be planned, shown and, after a yes, carried out. */
export interface PlanRequest<Shown extends Plan = Plan> {
  /** Shown until the plan with its own title is there. */
  title: string;
  /** What the yes is called. */
  label: string;
  /** What the viewer has to be allowed for the yes. */
  right: Right;
  load(): Promise<Shown>;
  run(fingerprint: string): Promise<{ jobId: string }>;
  /** Of a job that mostly ends within a moment. Default: its dialog stays until it is closed. */
  end?: JobEnd;
  /** Stands for the job's dialog, where more is to be seen of it. */
  jobDialog?(jobId: string, onClose: () => void): ReactNode;
  /** What is shown below the plan. */
  below?(plan: Shown): ReactNode;
}

interface PlanDialogProps<Shown extends Plan> {
  request: PlanRequest<Shown>;
  onClose(): void;
}

/** Shows a plan before it runs, and its job while it does. */
export default function PlanDialog<Shown extends Plan>({ request, onClose }: PlanDialogProps<Shown>) {
  const [{ load, run: carryOut, title, label, right, end = null, below, jobDialog }] = useState(request);
  const plan = usePlan([right.act, title, useId()], load);
  const run = useJobAction({ mutationFn: carryOut }, () => end);
  const close = () => {
    run.dismiss();
    onClose();
  };
  if (run.answer !== undefined) {
    const { jobId } = run.answer;
    return jobDialog?.(jobId, close) ?? <JobDialog jobId={jobId} onClose={close} />;
  }
  const refused = plan.data !== undefined && plan.data.refusal !== null;
  return (
    <Dialog open onOpenChange={(open) => (open ? undefined : onClose())}>
      <DialogContent
        wide
        title={plan.data?.title ?? title}
        description={refused ? undefined : promise}
        footer={<RunFooter plan={plan} run={run} label={label} right={right} />}
      >
        <div className="mt-3">
          <Loaded reading={plan} what="the plan" skeleton={<PlanSkeleton />}>
            {(shown) => (
              <>
                <PlanView plan={shown} />
                {below?.(shown)}
              </>
            )}
          </Loaded>
        </div>
      </DialogContent>
    </Dialog>
  );
}
