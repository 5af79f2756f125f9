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

/** Each managed host with the state of its connection. */
export function HostChips() {
  const hosts = useHosts();
  const { state } = useLink();
  return (
    <ul className="flex flex-col gap-1" aria-label="Hosts">
      {hosts.map((host) => (
        <HostChip key={host.id} host={host} connection={state === "lost" ? "connecting" : host.connection} />
      ))}
    </ul>
  );
}

function HostChip({ host, connection }: { host: HostSummary; connection: HostSummary["connection"] }) {
  return (
    <li className="flex flex-col items-center gap-1 rounded-md px-1 py-1 text-center text-xs lg:flex-row lg:items-start lg:gap-2 lg:px-2.5 lg:text-left lg:text-sm">
      <span aria-hidden className={classNames("size-2 shrink-0 rounded-full lg:mt-1.5", dots[connection])} />
      <span className="wrap-anywhere min-w-0">
        <span className="block font-medium">{host.name}</span>
        <span className="block text-muted text-xs">{words[connection]}</span>
      </span>
    </li>
  );
}
