"use client";

import { toneText } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import type { Job } from "@/server/job/job.schema";
import { JobButtons } from "./job-buttons";
import { jobLooks, progressText } from "./job-look";
import { StepProgressBar } from "./step-progress-bar";

/** A job that somebody should know of, with what can be done about it. */
export default function JobBanner({ job, onShow }: { job: Job; onShow(): void }) {
  const { icon: Icon, tone, word, meaning } = jobLooks[job.state];
  const interrupted = job.state === "interrupted";
  const moving = job.steps.find(({ progress }) => progress !== null);
  return (
    <section
      aria-label={`${word}: ${job.title}`}
      className={classNames(
        "flex flex-wrap items-center gap-x-3 gap-y-2 rounded-lg border px-4 py-2.5",
        interrupted ? "border-warning/40 bg-warning/8" : "border-border bg-surface",
      )}
    >
      <Icon
        aria-hidden
        className={classNames("size-4 shrink-0", toneText[tone], interrupted ? "" : "animate-spin")}
      />
      <div className="wrap-anywhere min-w-0 flex-1 basis-64">
        <p className="font-medium">
          {interrupted ? "Interrupted: " : ""}
          {job.title}
        </p>
        <p className="text-muted text-sm">
          {progressText(job.steps)} done{interrupted ? `. ${meaning}` : ""}
        </p>
        {moving?.progress ? <StepProgressBar label={moving.title} progress={moving.progress} /> : null}
      </div>
      <Button variant="ghost" onClick={onShow}>
        Steps
      </Button>
      <JobButtons job={job} />
    </section>
  );
}
