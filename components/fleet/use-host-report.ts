"use client";

import { skipToken } from "@tanstack/react-query";
import { useMemo } from "react";
import { api } from "@/components/data/api";
import type { Reading } from "@/components/data/reading";
import { hostObject, useMay } from "@/components/data/use-rights";
import { useSubscription, useSubscriptions } from "@/components/data/use-subscription";
import type { JudgedReport } from "@/server/pci/schema";

/** What a host's files tell of its hardware; null where they can't be read. */
export type HostReport = Reading<JudgedReport | null>;

/** What one host's files tell, live; nothing of no host, and nothing to who may not see it. */
export function useHostReport(hostId: string | null): HostReport {
  const may = useMay();
  const asks = hostId !== null && may("host.watchReport", hostObject(hostId));
  return useSubscription(api.host.watchReport.subscriptionOptions(asks ? { hostId } : skipToken));
}

/** What the files of several hosts tell, live, by host id; of those whose report the viewer may see. */
export function useHostReports(allIds: readonly string[]): ReadonlyMap<string, HostReport> {
  const may = useMay();
  const hostIds = allIds.filter((hostId) => may("host.watchReport", hostObject(hostId)));
  const reports = useSubscriptions(
    hostIds.map((hostId) => api.host.watchReport.subscriptionOptions({ hostId })),
  );
  const ids = hostIds.join("\n");
  return useMemo(
    () => new Map(ids.split("\n").flatMap((id, index) => (reports[index] ? [[id, reports[index]]] : []))),
    [ids, reports],
  );
}
