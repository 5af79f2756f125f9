"use client";

import { type ReactNode, useEffect, useState } from "react";
import { trpc } from "@/components/api/client";
import { errorText } from "@/components/api/error-text";
import { Skeleton } from "@/components/ui/skeleton";
import type { VmSummary } from "@/server/fleet/schema";
import { ReadOnlyXml } from "./read-only-xml";

type Loaded = { xml: string } | { problem: string } | null;

/** What a VM runs with, asked for anew whenever the VM changes. */
export function RunningXml({ vm, hint, choice }: { vm: VmSummary; hint: string; choice?: ReactNode }) {
  const loaded = useXml(vm);
  if (loaded === null) return <Skeleton className="h-80" />;
  if ("xml" in loaded) return <ReadOnlyXml vm={vm} xml={loaded.xml} hint={hint} choice={choice} />;
  return (
    <p role="alert" className="rounded-lg border border-danger/40 bg-danger/8 px-4 py-3">
      The definition could not be read: {loaded.problem}
    </p>
  );
}

function useXml(vm: VmSummary): Loaded {
  const [loaded, setLoaded] = useState<Loaded>(null);
  useEffect(() => {
    let outdated = false;
    const keep = (answer: Loaded) => {
      if (!outdated) setLoaded(answer);
    };
    trpc.vm.xml.query({ hostId: vm.hostId, vmId: vm.id }).then(
      // Of a VM that is gone what was known stays, until the page is told of it.
      (answer) => answer && keep(answer),
      (error: unknown) => keep({ problem: errorText(error) }),
    );
    return () => {
      outdated = true;
    };
  }, [vm]);
  return loaded;
}
