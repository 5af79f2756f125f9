"use client";

import { useState } from "react";
import { errorText } from "@/components/data/error-text";

export interface Run {
  /** The job that carries the plan out, once it is started. */
  jobId: string | null;
  busy: boolean;
  problem: string | null;
  start(call: () => Promise<{ jobId: string }>): Promise<void>;
}

/** Starts the job of a plan. A plan that is another one by now is refused by the server, which says so. */
export function useRun(): Run {
  const [jobId, setJobId] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const start = async (call: () => Promise<{ jobId: string }>) => {
    setBusy(true);
    setProblem(null);
    try {
      setJobId((await call()).jobId);
    } catch (error) {
      setProblem(errorText(error));
    } finally {
      setBusy(false);
    }
  };
  return { jobId, busy, problem, start };
}
