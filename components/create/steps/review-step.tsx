"use client";

import { Loaded } from "@/components/data/loaded";
import { installationObject, useRights } from "@/components/data/use-rights";
import { PlanSteps } from "@/components/plan/plan-steps";
import { QuotaLines } from "@/components/plan/quota-lines";
import { Section } from "@/components/ui/form/section";
import type { Plan } from "@/server/plan.schema";
import { isDescribed } from "../state/way";
import type { CreationReading } from "../use-creation";
import { useWizard } from "../wizard-context";
import { GrantedOwner } from "./granted-owner";
import { KeepPreset } from "./keep-preset";
import { OwnerSection } from "./owner-section";

/** Exactly what will be done, step by step; and the way to keep all that was chosen for the next VM. */
export default function ReviewStep({ creation: { data, error, refetch } }: { creation: CreationReading }) {
  const { wizard, choices } = useWizard();
  const failed = error !== null && error !== undefined;
  const mayGive = useRights(installationObject)("people.watch") === null;
  return (
    <>
      {mayGive ? <OwnerSection /> : null}
      {choices.grant === null ? null : <GrantedOwner owners={choices.grant.owners} />}
      <Section title="What will be done">
        {data === undefined && !failed ? (
          <p className="text-muted">Complete the first step to see the plan.</p>
        ) : (
          <Loaded reading={{ data, error, refetch }} what="the plan">
            {({ plan }) => <PlannedSteps plan={plan} />}
          </Loaded>
        )}
      </Section>
      {isDescribed(wizard.way) && choices.grant === null ? <KeepPreset /> : null}
    </>
  );
}

/** Its warnings stand beside the fields that they are about. */
function PlannedSteps({ plan: { refusal, steps, quotas } }: { plan: Plan }) {
  if (refusal !== null) return <p className="wrap-anywhere whitespace-pre-wrap text-danger">{refusal}</p>;
  return (
    <>
      <p className="text-muted">In this order. If a step fails, everything created before it is removed.</p>
      <QuotaLines lines={quotas} />
      <PlanSteps steps={steps} />
    </>
  );
}
