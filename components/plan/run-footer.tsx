"use client";

import { type Right, useRights } from "@/components/data/use-rights";
import { Button } from "@/components/ui/button";
import { DialogClose } from "@/components/ui/dialog";
import type { LoadedPlan } from "./use-plan";
import type { Run } from "./use-run";

export interface RunFooterProps {
  loaded: LoadedPlan;
  run: Run;
  /** What the button says: "Reserve for VMs". */
  label: string;
  /** What the viewer has to be allowed for it. */
  right: Right;
  /** Asks for the plan anew, where the one shown is out of date. */
  onAgain(): void;
  onRun(fingerprint: string): void;
}

/** The yes under a plan, and the way out. */
export function RunFooter({ loaded, run, label, right, onAgain, onRun }: RunFooterProps) {
  const mayNot = useRights(...right.objects)(right.act);
  const plan = loaded.state === "here" && loaded.plan.refusal === null ? loaded.plan : null;
  const risky = plan?.steps.some(({ risk }) => risk !== null) ?? false;
  return (
    <>
      <p role="alert" className="wrap-anywhere min-w-0 flex-1 basis-60 text-danger empty:hidden">
        {run.problem}
      </p>
      {mayNot === null ? null : (
        <p className="min-w-0 flex-1 basis-60 text-muted">{mayNot}. You can still see the plan.</p>
      )}
      {run.problem === null ? null : <Button onClick={onAgain}>Look again</Button>}
      <DialogClose asChild>
        <Button>{plan === null || plan.steps.length === 0 ? "Close" : "Cancel"}</Button>
      </DialogClose>
      {plan === null || plan.steps.length === 0 ? null : (
        <Button
          variant={risky ? "danger" : "primary"}
          disabled={run.busy || mayNot !== null}
          onClick={() => onRun(plan.fingerprint)}
        >
          {risky ? `${label} all the same` : label}
        </Button>
      )}
    </>
  );
}
