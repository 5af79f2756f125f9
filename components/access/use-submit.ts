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
 * Sends a form's fields by `send` and then goes to another page, or to a further form, by `leave`: the form stays closed
 * until that is there. What goes wrong is told, and the form opens again.
 */
export function useSubmit<Sent>(
  send: (field: (name: string) => string) => Promise<Sent>,
  leave: (sent: Sent) => void,
): Submission {
  const { run, busy, problem, answer } = useAction({ mutationFn: sendFields }, ({ sent }) => leave(sent));
  async function sendFields(fields: FormData): Promise<{ sent: Sent }> {
    return { sent: await send((name) => String(fields.get(name) ?? "")) };
  }
  const pending = busy || answer !== undefined;
  return {
    pending,
    error: problem,
    onSubmit(event) {
      event.preventDefault();
      if (!pending) run(new FormData(event.currentTarget));
    },
  };
}
