import { toneText } from "@/components/ui/badge";
import { classNames } from "@/components/ui/class-names";
import type { ShownStep } from "./check-progress";
import { stepLooks, stepTitles } from "./check-step-look";

export interface CheckStepsProps {
  steps: readonly ShownStep[];
  /** Whether a host key is asked about elsewhere, with what to do. */
  asksForKey: boolean;
}

/** The steps of a test: how each fared, what was found, and what to do about what failed. */
export function CheckSteps({ steps, asksForKey }: CheckStepsProps) {
  return (
    <ol aria-label="Steps" className="divide-y divide-border rounded-md border border-border">
      {steps.map((one) => (
        <Step key={one.step} {...one} fix={asksForKey && one.step === "key" ? null : one.fix} />
      ))}
    </ol>
  );
}

function Step({ step, state, said, fix }: ShownStep) {
  const { word, icon: Icon, tone, spins = false } = stepLooks[state];
  return (
    <li className="flex gap-2.5 px-3 py-1.5">
      <Icon
        aria-hidden
        className={classNames("mt-0.5 size-4 shrink-0", toneText[tone], spins && "animate-spin")}
      />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap justify-between gap-x-3">
          <span className={state === "waits" ? "text-muted" : "font-medium"}>{stepTitles[step]}</span>
          <span className={`text-sm ${toneText[tone]}`}>{word}</span>
        </p>
        {said.map((sentence) => (
          <p key={sentence} className="wrap-anywhere text-sm">
            {sentence}
          </p>
        ))}
        {fix !== null && state === "failed" ? (
          <p className="wrap-anywhere text-muted text-sm">{fix}</p>
        ) : null}
      </div>
    </li>
  );
}
