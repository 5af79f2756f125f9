"use client";

import { type FormEvent, useState } from "react";
import { errorText } from "@/components/data/error-text";

export interface Submission {
  pending: boolean;
  /** What the server had against it, a sentence. */
  error: string | null;
  onSubmit(event: FormEvent<HTMLFormElement>): Promise<void>;
}

/**
 * Sends a form's fields by `send`, which goes to another page when it is done: the form stays closed until that page
 * is there. What goes wrong is told, and the form opens again.
 */
export function useSubmit(send: (field: (name: string) => string) => Promise<void>): Submission {
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<string | null>(null);
  return {
    pending,
    error,
    async onSubmit(event) {
      event.preventDefault();
      if (pending) return;
      const fields = new FormData(event.currentTarget);
      setPending(true);
      setError(null);
      try {
        await send((name) => String(fields.get(name) ?? ""));
      } catch (failure) {
        setError(errorText(failure));
        setPending(false);
      }
    },
  };
}
