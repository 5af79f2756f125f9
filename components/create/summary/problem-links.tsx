"use client";

import { CircleCheck } from "lucide-react";
import { ProblemList } from "@/components/ui/form/problem-list";
import { problemsOfStep, type StepId, steps, stepsOf } from "../steps/step-list";
import { useWizard } from "../wizard-context";

interface ProblemLinksProps {
  /** The server has looked at the VM as it is described now. */
  checked: boolean;
  onStep(step: StepId): void;
}

/** All that stands against the VM, by the step where it is mended. */
export function ProblemLinks({ checked, onStep }: ProblemLinksProps) {
  const { wizard, problems, choices } = useWizard();
  const groups = stepsOf(wizard.way, choices)
    .map((step) => ({ step, found: problemsOfStep(problems, step, wizard.way) }))
    .filter(({ found }) => found.length > 0);
  return (
    <div role="status" className="flex flex-col gap-2">
      {checked && groups.length === 0 ? (
        <p className="flex items-center gap-1.5 text-sm text-success">
          <CircleCheck aria-hidden className="size-4" />
          No problems found.
        </p>
      ) : null}
      {groups.map(({ step, found }) => (
        <div key={step}>
          <button
            type="button"
            onClick={() => onStep(step)}
            className="min-h-6 font-medium text-sm hover:underline"
          >
            {steps[step].label}
          </button>
          <ProblemList problems={found} />
        </div>
      ))}
    </div>
  );
}
