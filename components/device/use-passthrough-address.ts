"use client";

import { useSearchParams } from "next/navigation";
import { useCallback } from "react";
import { useHosts } from "@/components/fleet/use-fleet";
import { type PassthroughAddress, passthroughPath, readPassthroughAddress } from "./passthrough-address";

/** What the page's address says of the host and the card, and how to go to another. */
export function usePassthroughAddress(): [PassthroughAddress, (hostId: string, card: string | null) => void] {
  const path = usePassthroughPath();
  const go = useCallback(
    (hostId: string, card: string | null) => {
      const { pathname, search } = window.location;
      const wanted = path(hostId, card);
      if (wanted !== `${pathname}${search}`) window.history.pushState(null, "", wanted);
    },
    [path],
  );
  return [readPassthroughAddress(useSearchParams()), go];
}

/** The page of a host's devices, with a card open or with none. */
export function usePassthroughPath(): (hostId: string, card?: string | null) => string {
  const hosts = useHosts();
  return useCallback((hostId, card = null) => passthroughPath(hosts, hostId, card), [hosts]);
}
