import type { JobStep } from "./job.schema";
import type { JobRecord } from "./journal";

export const stoppedWords = "Passdeck was stopped while it was running.";

/**
 * What became of a job whose steps know nothing of each other, in words; null where all were done.
 * @param whyEarly Why it ended before its time; null where it did not.
 */
export function unfinishedWords(
  steps: readonly Pick<JobStep, "state" | "problem">[],
  whyEarly: string | null,
): string | null {
  if (steps.every(({ state }) => state === "done")) return null;
  const failed = steps.filter(({ state }) => state === "failed");
  const notBegun = steps.filter(({ state }) => state === "waiting").length;
  const parts = [
    whyEarly,
    failed.length === 0 ? null : failedWords(failed, steps.length),
    notBegun === 0 ? null : `${notBegun} of ${steps.length} were not begun.`,
  ];
  return parts.filter((part) => part !== null).join(" ");
}

/** A job that a crash has cut short, where there is nothing to finish or to take back. */
export function leftAsItIs(record: JobRecord, endedAt: number): JobRecord {
  const steps = record.steps.map((step) =>
    step.state === "running"
      ? { ...step, note: null, state: "failed" as const, problem: unknownWords }
      : step,
  );
  return { ...record, state: "failed", steps, endedAt, problem: unfinishedWords(steps, stoppedWords) };
}

const unknownWords = "Passdeck was stopped in the middle of it. Its state tells whether it was done.";

function failedWords(failed: readonly Pick<JobStep, "problem">[], all: number): string {
  if (all === 1) return failed[0]?.problem ?? "It failed.";
  return `${failed.length} of ${all} failed; the others stay as they are.`;
}
