"use client";

import { useState } from "react";
import { trpc } from "@/components/data/client";
import { errorText } from "@/components/data/error-text";
import { hostObject, useRights } from "@/components/data/use-rights";
import type { LoadedCreation } from "./use-creation";

interface Started {
  jobId: string;
  vmId: string;
}

export interface Create {
  /** The job that makes the VM, once it is started. */
  started: Started | null;
  busy: boolean;
  problem: string | null;
  /** Why whoever is signed in may not; null where they may. */
  whyNot: string | null;
  /** What makes the VM as it is shown; null while something prevents it. */
  ready(loaded: LoadedCreation): (() => void) | null;
  close(): void;
}

/** Starts the making of a VM. A plan that is another one by now is refused by the server, and asked for anew. */
export function useCreate(hostId: string): Create {
  const [started, setStarted] = useState<Started | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const mayNot = useRights(hostObject(hostId))("create.run");
  const whyNot = mayNot === null ? null : `${mayNot}. You can still see the plan.`;
  const run = async (loaded: LoadedCreation) => {
    const { creation, request } = loaded;
    if (creation === null || request === null) return;
    setBusy(true);
    setProblem(null);
    try {
      const { fingerprint } = creation.plan;
      setStarted(await trpc.create.run.mutate({ hostId, request, fingerprint }));
    } catch (error) {
      setProblem(errorText(error));
      loaded.again();
    } finally {
      setBusy(false);
    }
  };
  const ready: Create["ready"] = (loaded) => {
    const { creation, current } = loaded;
    if (whyNot !== null || !current || creation === null || creation.plan.refusal !== null) return null;
    return () => void run(loaded);
  };
  return { started, busy, problem, whyNot, ready, close: () => setStarted(null) };
}
