import { OctagonAlert, TriangleAlert } from "lucide-react";
import type { Plan } from "@/server/plan.schema";
import { PlanSteps } from "./plan-steps";
import { QuotaLines } from "./quota-lines";

/** A plan to be read before it is said yes to: why it can't be, or its warnings and steps. */
export function PlanView({ plan }: { plan: Plan }) {
  if (plan.refusal !== null) {
    return (
      <div role="alert" className="flex gap-2.5 rounded-lg border border-danger/40 bg-danger/8 px-4 py-3">
        <OctagonAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-danger" />
        <div className="wrap-anywhere min-w-0">
          <p className="font-medium">This can’t be done now. Nothing was changed.</p>
          <p className="whitespace-pre-wrap">{plan.refusal}</p>
        </div>
      </div>
    );
  }
  return (
    <div className="flex flex-col gap-3">
      {plan.warnings.length === 0 ? null : (
        <ul className="flex flex-col gap-1.5 rounded-lg border border-warning/40 bg-warning/8 px-4 py-3">
          {plan.warnings.map((warning) => (
            <li key={warning} className="flex gap-2">
              <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-warning" />
              <span className="wrap-anywhere min-w-0">{warning}</span>
            </li>
          ))}
        </ul>
      )}
      <QuotaLines lines={plan.quotas} />
      {plan.steps.length === 0 ? (
        <p>Nothing to do: everything is already set up this way.</p>
      ) : (
        <PlanSteps steps={plan.steps} />
      )}
    </div>
  );
}
