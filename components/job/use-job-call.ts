"use client";

import { useState } from "react";
import { trpc } from "@/components/data/client";
import { errorText } from "@/components/data/error-text";

export type JobCall = "cancel" | "finish" | "undo";

/** Calls on a job, one at a time; what went wrong with the last one. */
export function useJobCall(jobId: string): {
  busy: boolean;
  problem: string | null;
  call(name: JobCall): Promise<void>;
} {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const call = async (name: JobCall) => {
    setBusy(true);
    setProblem(null);
    try {
      await trpc.job[name].mutate({ jobId });
    } catch (error) {
      setProblem(errorText(error));
    } finally {
      setBusy(false);
    }
  };
  return { busy, problem, call };
}
