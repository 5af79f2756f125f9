import { AppError } from "../errors";
import type { JobStep } from "./job.schema";
import type { JsonValue, StepRecord } from "./journal";

/** @throws AppError "conflict" where the step was begun and its note was never written. */
export function noteIn(step: StepRecord): JsonValue {
  if (step.note !== undefined) return step.note;
  if (!isTouched(step)) return null;
  const byHand = step.undo === null ? "" : ` If it was done, this takes it back: ${step.undo}`;
  throw new AppError("conflict", {
    userMessage: `An earlier version of Passdeck began it and did not write down what it had done. That is not known, and nothing of it was changed now. Look at it on the host.${byHand}`,
  });
}

/** Whether something of the step may have been done, and is not taken back. */
export function isTouched({ state }: Pick<JobStep, "state">): boolean {
  return state !== "waiting" && state !== "undone";
}
