import { toneText } from "@/components/ui/badge";
import { classNames } from "@/components/ui/class-names";
import type { Job, JobStep } from "@/server/job/job.schema";
import { jobLooks, meaningOf, stepLooks } from "./job-look";
import { StepProgressBar } from "./step-progress-bar";

/** A job as it goes: what became of it, what went wrong, and each step. */
export function JobProgress({ job }: { job: Job }) {
  const { icon: Icon, tone, word } = jobLooks[job.state];
  return (
    <div>
      <div role="status">
        <p className={classNames("flex items-center gap-1.5 font-medium", toneText[tone])}>
          <Icon
            aria-hidden
            className={classNames("size-4 shrink-0", job.state === "running" && "animate-spin")}
          />
          {word}
        </p>
        <p className="text-muted">{meaningOf(job)}</p>
      </div>
      {job.problem === null ? null : (
        <p
          role="alert"
          className="wrap-anywhere mt-2 rounded-md border border-danger/40 bg-danger/8 px-3 py-2"
        >
          {job.problem}
        </p>
      )}
      <ol className="mt-3 flex flex-col gap-1.5">
        {job.steps.map((step, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the steps of a job never change places
          <Step key={index} step={step} />
        ))}
      </ol>
    </div>
  );
}

function Step({ step: { state, title, problem, progress } }: { step: JobStep }) {
  const { icon: Icon, tone, word } = stepLooks[state];
  return (
    <li className="flex items-start gap-2">
      <Icon
        aria-hidden
        className={classNames(
          "mt-0.5 size-4 shrink-0",
          toneText[tone],
          state === "running" && "animate-spin",
        )}
      />
      <div className="wrap-anywhere min-w-0 flex-1">
        <p>
          {title} <span className={classNames("text-sm", toneText[tone])}>{word}</span>
        </p>
        {progress === null ? null : <StepProgressBar label={title} progress={progress} />}
        {problem === null ? null : <p className="text-danger text-sm">{problem}</p>}
      </div>
    </li>
  );
}
