import { TriangleAlert, Undo2 } from "lucide-react";
import type { ReactNode } from "react";
import { StepEffect } from "@/components/ui/step-effect";
import type { PlannedStep } from "@/server/plan.schema";

/** What a plan does, step by step: the exact effect, what it risks, how it is undone. */
export function PlanSteps({ steps }: { steps: readonly PlannedStep[] }) {
  return (
    <ol className="flex flex-col gap-2.5">
      {steps.map((step, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the steps of a plan never change places
        <li key={index} className="overflow-hidden rounded-lg border border-border">
          <p className="wrap-anywhere flex gap-2 px-3 pt-2 pb-1.5 font-medium">
            <span className="text-muted">{index + 1}</span>
            <span className="min-w-0">{step.title}</span>
          </p>
          <StepEffect effect={step.effect} label={`Effect of step ${index + 1}`} />
          <Note
            icon={<TriangleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0 text-warning" />}
            word="Risk"
          >
            {step.risk}
          </Note>
          <Note icon={<Undo2 aria-hidden className="mt-0.5 size-3.5 shrink-0 text-muted" />} word="Undo">
            {step.undo}
          </Note>
        </li>
      ))}
    </ol>
  );
}

interface NoteProps {
  icon: ReactNode;
  word: string;
  children: string | null;
}

function Note({ icon, word, children }: NoteProps) {
  if (children === null) return null;
  return (
    <p className="flex gap-1.5 px-3 py-1.5 text-sm">
      {icon}
      <span className="wrap-anywhere min-w-0 whitespace-pre-wrap">
        <span className="font-medium">{word}:</span> {children}
      </span>
    </p>
  );
}
