"use client";

import { connectionWords } from "@/components/fleet/connection-words";
import { useHosts, useLink } from "@/components/fleet/use-fleet";
import { useHostLabel } from "@/components/fleet/use-host-label";
import { classNames } from "@/components/ui/class-names";
import type { HostSummary } from "@/server/fleet/schema";
import { fewHosts } from "./few-hosts";

/** As many hosts have room one by one. */
const room = { column: 5, bar: 1 };

const dots: Record<HostSummary["connection"], string> = {
  connected: "bg-success",
  connecting: "bg-warning animate-pulse-soft",
  lost: "bg-danger",
};

/** The managed hosts with the state of their connections: in the sidebar, or in the bar of a narrow screen. */
export function HostChips({ compact = false }: { compact?: boolean }) {
  const hosts = useHosts();
  const { state } = useLink();
  const label = useHostLabel();
  const { shown, others } = fewHosts(hosts, compact ? room.bar : room.column);
  return (
    <ul
      aria-label="Hosts"
      className={compact ? "flex min-w-0 flex-1 flex-wrap justify-end gap-x-3" : "flex flex-col gap-1"}
    >
      {shown.map((host) => (
        <HostChip
          key={host.id}
          name={label(host.id)}
          compact={compact}
          connection={state === "lost" ? "connecting" : host.connection}
        />
      ))}
      {others === null ? null : (
        <li className="px-1 text-center text-muted text-xs lg:px-2.5 lg:text-left">{others}</li>
      )}
    </ul>
  );
}

interface HostChipProps {
  name: string;
  connection: HostSummary["connection"];
  compact: boolean;
}

function HostChip({ name, connection, compact }: HostChipProps) {
  const dot = <span aria-hidden className={classNames("size-2 shrink-0 rounded-full", dots[connection])} />;
  if (compact) {
    return (
      <li className="flex min-w-0 items-center gap-1.5 text-xs">
        {dot}
        <span className="wrap-anywhere">{name}</span>
        <span className={connection === "connected" ? "sr-only" : "text-muted"}>
          {connectionWords[connection]}
        </span>
      </li>
    );
  }
  return (
    <li className="flex flex-col items-center gap-1 rounded-md px-1 py-1 text-center text-xs lg:flex-row lg:items-baseline lg:gap-2 lg:px-2.5 lg:text-left lg:text-sm">
      {dot}
      <span className="wrap-anywhere min-w-0">
        <span className="block font-medium">{name}</span>
        <span className="block text-muted text-xs">{connectionWords[connection]}</span>
      </span>
    </li>
  );
}
