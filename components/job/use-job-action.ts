"use client";

import type { UseMutationOptions } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { errorText } from "@/components/data/error-text";
import { type Action, useAction } from "@/components/data/use-action";
import type { ActWords } from "@/components/data/use-told-action";
import { notify } from "@/components/ui/notify";
import { jobDone } from "./job-done";

interface Started {
  jobId: string;
}

/** What follows when a job is done. */
export interface JobEnd {
  words: ActWords;
  /** Closes the dialog of the job, or leaves the page of what is gone by it. */
  leave(): void;
}

export interface JobAction<Input> extends Action<Input, Started> {
  /** The person has closed the job's dialog: nothing is left for them any more. */
  dismiss(): void;
}

/**
 * As `useAction`, of what begins a job that mostly ends within a moment: its dialog closes itself then, and the corner
 * says what came of it. What went wrong is told there where the dialog is gone.
 * @param endOf null: the dialog stays until it is closed.
 */
export function useJobAction<Input, Problem, Context>(
  options: UseMutationOptions<Started, Problem, Input, Context>,
  endOf: (input: Input) => JobEnd | null,
): JobAction<Input> {
  const isDismissed = useRef(false);
  const isHere = useRef(false);
  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
    };
  }, []);
  const action = useAction(options, (started, input) => {
    const end = endOf(input);
    if (end === null) return;
    const { subject, label, done } = end.words;
    jobDone(started).then(
      () => {
        notify("success", subject, done);
        if (!isDismissed.current) end.leave();
      },
      (error) => {
        if (!isHere.current) notify("error", `${label}: ${subject}`, errorText(error));
      },
    );
  });
  return {
    ...action,
    dismiss: () => {
      isDismissed.current = true;
    },
  };
}
