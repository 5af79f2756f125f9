"use client";

import { useHost } from "@/components/fleet/use-fleet";

/** Another one whenever the host has other pools or networks, or one of them was started or stopped. */
export function useHostStamp(hostId: string): string {
  const host = useHost(hostId);
  return JSON.stringify([host?.pools, host?.networks]);
}
