"use client";

import { useState } from "react";
import type { Right } from "@/components/data/use-rights";
import JobDialog from "@/components/job/job-dialog";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import type { Plan } from "@/server/plan.schema";
import { LoadedPlanView } from "./loaded-plan";
import { RunFooter } from "./run-footer";
import { usePlan } from "./use-plan";
import { useRun } from "./use-run";

const promise =
  "This is all that will be done, in this order. Each step is checked; if one fails, those before it are taken back.";

/** What is to be planned, shown and, after a yes, carried out. */
export interface PlanRequest {
  /** Shown until the plan with its own title is there. */
  title: string;
  /** What the yes is called. */
  label: string;
  /** What the viewer has to be allowed for the yes. */
  right: Right;
  load(): Promise<Plan>;
  run(fingerprint: string): Promise<{ jobId: string }>;
}

/** Shows a plan before it runs, and its job while it does. */
export default function PlanDialog({ request, onClose }: { request: PlanRequest; onClose(): void }) {
  const [{ load, run: carryOut, title, label, right }] = useState(request);
  const [loaded, again] = usePlan(title, load);
  const run = useRun();
  if (run.jobId !== null) return <JobDialog jobId={run.jobId} onClose={onClose} />;
  return (
    <Dialog open onOpenChange={(open) => (open ? undefined : onClose())}>
      <DialogContent
        wide
        title={loaded.state === "here" ? loaded.plan.title : title}
        description={loaded.state === "here" && loaded.plan.refusal !== null ? undefined : promise}
        footer={
          <RunFooter
            loaded={loaded}
            run={run}
            label={label}
            right={right}
            onAgain={again}
            onRun={(fingerprint) => void run.start(() => carryOut(fingerprint))}
          />
        }
      >
        <div className="mt-3">
          <LoadedPlanView loaded={loaded} onAgain={again} />
        </div>
      </DialogContent>
    </Dialog>
  );
}
