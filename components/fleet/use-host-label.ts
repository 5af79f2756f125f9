"use client";

import { useCallback, useMemo } from "react";
import { hostLabels } from "./host-labels";
import { useHosts } from "./use-fleet";

/** Tells what a host is called, by its id; the id of one that isn't there. Another function only when that changes. */
export function useHostLabel(): (hostId: string) => string {
  const text = JSON.stringify([...hostLabels(useHosts())]);
  const labels = useMemo(() => new Map<string, string>(JSON.parse(text)), [text]);
  return useCallback((hostId: string) => labels.get(hostId) ?? hostId, [labels]);
}
