"use client";

import { useCallback, useMemo } from "react";
import type { Maintenance } from "@/server/fleet/maintenance.schema";
import { useHosts } from "./use-fleet";

/** Tells of each host whether it is in maintenance, and why (null: it is not). Another function only when that changes. */
export function useMaintenance(): (hostId: string) => Maintenance | null {
  const known = useHosts().flatMap(({ id, maintenance }) =>
    maintenance === null ? [] : [[id, maintenance]],
  );
  const text = JSON.stringify(known);
  const byHost = useMemo(() => new Map<string, Maintenance>(JSON.parse(text)), [text]);
  return useCallback((hostId: string) => byHost.get(hostId) ?? null, [byHost]);
}
