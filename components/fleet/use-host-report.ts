"use client";

import { useEffect, useState } from "react";
import { trpc } from "@/components/data/client";
import { whileVisible } from "@/components/data/while-visible";
import type { JudgedReport } from "@/server/pci/schema";

/** By host id: the report, or null where the host's files can't be read. A host that has not answered is missing. */
export type HostReports = ReadonlyMap<string, JudgedReport | null>;

const none: HostReports = new Map();

function watchReport(hostId: string, onReport: (report: JudgedReport | null) => void): () => void {
  return whileVisible((again) => {
    const subscription = trpc.host.watchReport.subscribe(
      { hostId },
      { onData: onReport, onError: again, onComplete: again },
    );
    return () => subscription.unsubscribe();
  });
}

/** What the files of several hosts tell of their hardware, kept up to date while the page can be seen. */
export function useHostReports(hostIds: readonly string[]): HostReports {
  const [reports, setReports] = useState<HostReports>(none);
  const ids = hostIds.join("\n");
  useEffect(() => {
    const stops = ids
      .split("\n")
      .filter((id) => id !== "")
      .map((id) => watchReport(id, (report) => setReports((before) => new Map(before).set(id, report))));
    return () => {
      for (const stop of stops) stop();
    };
  }, [ids]);
  return reports;
}

/** What one host's files tell: undefined until the server answered or for no host, null where they can't be read. */
export function useHostReport(hostId: string | null): JudgedReport | null | undefined {
  const reports = useHostReports(hostId === null ? [] : [hostId]);
  return hostId === null ? undefined : reports.get(hostId);
}
