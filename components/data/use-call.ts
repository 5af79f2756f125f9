"use client";

import { useState } from "react";
import { errorText } from "./error-text";

export interface Call {
  busy: boolean;
  /** What went wrong with the last one. */
  problem: string | null;
  /** Calls the server and does `then` with its answer. */
  run<Answer>(call: () => Promise<Answer>, then: (answer: Answer) => void): Promise<void>;
}

/** One call at a time to the server, from a form or a question. */
export function useCall(): Call {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const run: Call["run"] = async (call, then) => {
    setBusy(true);
    setProblem(null);
    try {
      then(await call());
    } catch (error) {
      setProblem(errorText(error));
    } finally {
      setBusy(false);
    }
  };
  return { busy, problem, run };
}
