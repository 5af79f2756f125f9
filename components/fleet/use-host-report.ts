"use client";

import { useEffect, useState } from "react";
import { trpc } from "@/components/api/client";
import type { HostReport } from "@/server/pci/schema";
import { whileVisible } from "./while-visible";

/**
 * What a host's files tell of its hardware, kept up to date while the page can be seen: undefined until the server
 * answered, null where the host's files can't be read.
 */
export function useHostReport(hostId: string | null): HostReport | null | undefined {
  const [answer, setAnswer] = useState<{ hostId: string; report: HostReport | null }>();
  useEffect(() => {
    if (hostId === null) return;
    return whileVisible((again) => {
      const subscription = trpc.host.watchReport.subscribe(
        { hostId },
        { onData: (report) => setAnswer({ hostId, report }), onError: again, onComplete: again },
      );
      return () => subscription.unsubscribe();
    });
  }, [hostId]);
  return answer?.hostId === hostId ? answer?.report : undefined;
}
