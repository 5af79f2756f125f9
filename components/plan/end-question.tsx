"use client";

import PlanDialog, { type PlanRequest } from "./plan-dialog";

interface EndQuestionProps extends Pick<PlanRequest, "right" | "load" | "run"> {
  label: "Stop" | "Delete";
  /** What is stopped or deleted. */
  name: string;
  /** What is said once it is. */
  done: string;
  onClose(): void;
  /** Once it is done and closed. */
  onEnded?(): void;
}

/** Shows the plan before something is stopped or deleted, and leaves once it is. */
export function EndQuestion({ label, name, done, onClose, onEnded, ...plan }: EndQuestionProps) {
  const leave = () => {
    onClose();
    onEnded?.();
  };
  return (
    <PlanDialog
      request={{
        ...plan,
        title: `${label} ${name}`,
        label,
        end: { words: { subject: name, label, done }, leave },
      }}
      onClose={onClose}
    />
  );
}
