"use client";

import { type UseMutationOptions, useMutation } from "@tanstack/react-query";
import { errorText } from "./error-text";

/** Something that the server is asked to do, from a form or a button, and how it went. */
export interface Action<Input, Answer> {
  /** Asks for it, unless it is under way. */
  run(input: Input): void;
  busy: boolean;
  /** Why the last one failed, a sentence. */
  problem: string | null;
  /** What came of the last one that went well. */
  answer: Answer | undefined;
  /** Forgets the last one. */
  reset(): void;
}

/**
 * One call at a time: `useAction(api.vm.rename.mutationOptions(), () => onClose())`.
 * @param done What follows when it went well, also when the calling component is gone by then.
 */
export function useAction<Input, Answer, Problem, Context>(
  options: UseMutationOptions<Answer, Problem, Input, Context>,
  done?: (answer: Answer, input: Input) => void,
): Action<Input, Answer> {
  const { mutate, isPending, error, data, reset } = useMutation({
    ...options,
    onSuccess: (answer, input) => done?.(answer, input),
  });
  return {
    run: (input) => {
      if (!isPending) mutate(input);
    },
    busy: isPending,
    problem: error === null ? null : errorText(error),
    answer: data,
    reset,
  };
}
