"use client";

import type { FormEvent } from "react";
import { useAction } from "@/components/data/use-action";

export interface Submission {
  pending: boolean;
  /** What the server had against it, a sentence. */
  error: string | null;
  onSubmit(event: FormEvent<HTMLFormElement>): void;
}

/**
 * Sends a form's fields by `send` and then goes to another page by `leave`: the form stays closed until that page is
 * there. What goes wrong is told, and the form opens again.
 */
export function useSubmit(
  send: (field: (name: string) => string) => Promise<unknown>,
  leave: () => void,
): Submission {
  const { run, busy, problem, answer } = useAction({ mutationFn: sendFields }, leave);
  async function sendFields(fields: FormData): Promise<true> {
    await send((name) => String(fields.get(name) ?? ""));
    return true;
  }
  const pending = busy || answer === true;
  return {
    pending,
    error: problem,
    onSubmit(event) {
      event.preventDefault();
      if (!pending) run(new FormData(event.currentTarget));
    },
  };
}
