"use client";

import type { ReactNode } from "react";
import { Loading } from "@/components/ui/loading";
import { HostProblemPage } from "./host-problems";
import { useHost } from "./use-fleet";
import { useTroubledHosts } from "./use-troubled-hosts";

export interface HostWaitingProps {
  /** null while nothing is known of the fleet. */
  hostId: string | null;
  /** What is asked of the host, for who can't see that it is on its way: "the pools". */
  what: string;
  /** Grey bars in the shape of what comes. */
  children?: ReactNode;
}

/** Stands in place of what a host has not told yet: it is being asked, or connected, or can't be reached and why. */
export function HostWaiting({ hostId, what, children }: HostWaitingProps) {
  const host = useHost(hostId ?? "");
  const troubled = useTroubledHosts().find(({ id }) => id === hostId);
  if (troubled !== undefined) return <HostProblemPage host={troubled} />;
  const connecting = host?.connection === "connecting";
  return (
    <Loading what={what} words={connecting ? `Connecting to the host ${host.name}…` : undefined}>
      {children}
    </Loading>
  );
}
