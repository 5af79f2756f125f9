"use client";

import { useHosts, useLink } from "@/components/fleet/use-fleet";
import { classNames } from "@/components/ui/class-names";
import type { HostSummary } from "@/server/fleet/schema";

const words: Record<HostSummary["connection"], string> = {
  connected: "Connected",
  connecting: "Connecting…",
  lost: "Not connected",
};

const dots: Record<HostSummary["connection"], string> = {
  connected: "bg-success",
  connecting: "bg-warning animate-pulse-soft",
  lost: "bg-danger",
};

/** Each managed host with the state of its connection: in the sidebar, or in the bar of a narrow screen. */
export function HostChips({ compact = false }: { compact?: boolean }) {
  const hosts = useHosts();
  const { state } = useLink();
  return (
    <ul
      aria-label="Hosts"
      className={compact ? "flex min-w-0 flex-1 flex-wrap justify-end gap-x-3" : "flex flex-col gap-1"}
    >
      {hosts.map((host) => (
        <HostChip
          key={host.id}
          host={host}
          compact={compact}
          connection={state === "lost" ? "connecting" : host.connection}
        />
      ))}
    </ul>
  );
}

interface HostChipProps {
  host: HostSummary;
  connection: HostSummary["connection"];
  compact: boolean;
}

function HostChip({ host, connection, compact }: HostChipProps) {
  const dot = <span aria-hidden className={classNames("size-2 shrink-0 rounded-full", dots[connection])} />;
  if (compact) {
    return (
      <li className="flex min-w-0 items-center gap-1.5 text-xs">
        {dot}
        <span className="wrap-anywhere">{host.name}</span>
        <span className={connection === "connected" ? "sr-only" : "text-muted"}>{words[connection]}</span>
      </li>
    );
  }
  return (
    <li className="flex flex-col items-center gap-1 rounded-md px-1 py-1 text-center text-xs lg:flex-row lg:items-baseline lg:gap-2 lg:px-2.5 lg:text-left lg:text-sm">
      {dot}
      <span className="wrap-anywhere min-w-0">
        <span className="block font-medium">{host.name}</span>
        <span className="block text-muted text-xs">{words[connection]}</span>
      </span>
    </li>
  );
}
