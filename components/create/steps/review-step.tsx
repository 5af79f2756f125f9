"use client";

import { PlanSteps } from "@/components/plan/plan-steps";
import { Section } from "@/components/ui/form/section";
import { isDescribed } from "../state/way";
import type { LoadedCreation } from "../use-creation";
import { useWizard } from "../wizard-context";
import { KeepPreset } from "./keep-preset";

/** Exactly what will be done, step by step; and the way to keep all that was chosen for the next VM. */
export function ReviewStep({ loaded: { creation } }: { loaded: LoadedCreation }) {
  const { wizard } = useWizard();
  return (
    <>
      <Section title="What will be done">
        {creation === null ? (
          <p className="text-muted">Complete the first step to see the plan.</p>
        ) : (
          <>
            {creation.plan.refusal === null ? (
              <p className="text-muted">
                In this order. If a step fails, everything created before it is removed.
              </p>
            ) : (
              <p className="wrap-anywhere whitespace-pre-wrap text-danger">{creation.plan.refusal}</p>
            )}
            <PlanSteps steps={creation.plan.steps} />
          </>
        )}
      </Section>
      {isDescribed(wizard.way) ? <KeepPreset /> : null}
    </>
  );
}
