"use client";

import type { Reading } from "@/components/data/reading";
import type { Action } from "@/components/data/use-action";
import { type Right, useRights } from "@/components/data/use-rights";
import { Button } from "@/components/ui/button";
import { DialogClose } from "@/components/ui/dialog";
import { Spinner } from "@/components/ui/spinner";
import type { Plan } from "@/server/plan.schema";

export interface RunFooterProps {
  plan: Reading<Plan>;
  /** Carries out the plan with a fingerprint. */
  run: Action<string, { jobId: string }>;
  /** What the button says: "Reserve for VMs". */
  label: string;
  /** What the viewer has to be allowed for it. */
  right: Right;
}

/** The yes under a plan, and the way out. A plan that is another one by now is refused by the server, which says so. */
export function RunFooter({ plan: { data, refetch }, run, label, right }: RunFooterProps) {
  const mayNot = useRights(...right.objects)(right.act);
  const plan = data === undefined || data.refusal !== null || data.steps.length === 0 ? null : data;
  const risky = plan?.steps.some(({ risk }) => risk !== null) ?? false;
  const planAgain = () => {
    run.reset();
    void refetch();
  };
  return (
    <>
      <p role="alert" className="wrap-anywhere min-w-0 flex-1 basis-60 text-danger empty:hidden">
        {run.problem}
      </p>
      {mayNot === null ? null : (
        <p className="min-w-0 flex-1 basis-60 text-muted">{mayNot}. You can still see the plan.</p>
      )}
      {run.problem === null ? null : <Button onClick={planAgain}>Refresh plan</Button>}
      <DialogClose asChild>
        <Button>{plan === null ? "Close" : "Cancel"}</Button>
      </DialogClose>
      {plan === null ? null : (
        <Button
          variant={risky ? "danger" : "primary"}
          disabled={run.busy || mayNot !== null}
          onClick={() => run.run(plan.fingerprint)}
        >
          {run.busy ? <Spinner /> : null}
          {risky ? `${label} anyway` : label}
        </Button>
      )}
    </>
  );
}
