import { CircleCheck, Undo2 } from "lucide-react";
import type { ReactNode } from "react";
import { Spinner } from "@/components/ui/spinner";
import { type Trial, trialWords } from "./trial-phase";

const icons: Readonly<Record<Trial["phase"], ReactNode>> = {
  none: null,
  changing: <Spinner />,
  checking: <Spinner />,
  kept: <CircleCheck aria-hidden className="size-4 shrink-0 text-success" />,
  back: <Undo2 aria-hidden className="size-4 shrink-0 text-warning" />,
};

/** How the trial of a new network goes. @param children What can be done about it. */
export function TrialNotice({ trial, children }: { trial: Trial; children?: ReactNode }) {
  const words = trialWords(trial);
  if (words === null) return null;
  return (
    <div className="my-3 flex flex-wrap items-center gap-x-3 gap-y-2 rounded-lg border border-border bg-surface px-4 py-3">
      {icons[trial.phase]}
      <p role="timer" aria-live="off" className="wrap-anywhere min-w-0 flex-1 basis-60 tabular-nums">
        {words}
      </p>
      {children}
    </div>
  );
}
