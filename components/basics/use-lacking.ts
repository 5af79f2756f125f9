"use client";

import { useQuery } from "@tanstack/react-query";
import { api } from "@/components/data/api";
import type { Reading } from "@/components/data/reading";
import type { Lacking } from "@/server/work/basics/lacking";

/** What VMs need and a host has none of that runs, as it is each time that somebody comes to look. @param enabled False asks nothing. */
export function useLacking(hostId: string, enabled: boolean): Reading<Lacking> {
  return useQuery(api.host.lacking.queryOptions({ hostId }, { staleTime: 0, enabled }));
}
