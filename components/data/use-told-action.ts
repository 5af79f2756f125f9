"use client";

import type { UseMutationOptions } from "@tanstack/react-query";
import { notify } from "@/components/ui/notify";
import { errorText } from "./error-text";
import { type Action, useAction } from "./use-action";

/** What is said of an act in the corner. */
export interface ActWords {
  /** What it is done to: a name. */
  subject: string;
  /** What it is called where it failed: "Start". */
  label: string;
  /** What came of it: "It is running." */
  done: string;
}

/**
 * As `useAction`, of a button that has no room for words, or is gone with its menu by then: how it went is said in the
 * corner.
 */
export function useToldAction<Input, Answer, Problem, Context>(
  options: UseMutationOptions<Answer, Problem, Input, Context>,
  wordsOf: (input: Input) => ActWords,
): Action<Input, Answer> {
  return useAction(
    {
      ...options,
      onError: (error, input) => {
        const { subject, label } = wordsOf(input);
        notify("error", `${label}: ${subject}`, errorText(error));
      },
    },
    (_answer, input) => {
      const { subject, done } = wordsOf(input);
      notify("success", subject, done);
    },
  );
}
