"use client";

import { Pencil, Trash2, TriangleAlert } from "lucide-react";
import { MaintenanceBadge } from "@/components/fleet/maintenance-badge";
import { problemTitles } from "@/components/fleet/problem-words";
import { Retrying } from "@/components/fleet/retrying";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { HostProblem, HostSummary } from "@/server/fleet/schema";
import type { ManagedHostView } from "@/server/work/hosts/host-request.schema";
import { ConnectionBadge } from "./connection-badge";
import { HostFacts } from "./host-facts";
import { WayFacts } from "./way-facts";

export interface HostEntryProps {
  host: HostSummary;
  vms: number;
  /** null of the machine that Passdeck itself came with. */
  managed: ManagedHostView | null;
  onChange(): void;
  onRemove(): void;
}

/** A host with how Passdeck stands with it, how it is reached, and what can be done about that. */
export function HostEntry({ host, vms, managed, onChange, onRemove }: HostEntryProps) {
  const title = managed?.hostId ?? host.name;
  const problem = host.connection === "connected" ? null : host.problem;
  return (
    <li>
      <Card aria-label={title} className="@container">
        <header className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 border-border border-b px-4 py-2.5">
          <div className="flex min-w-0 flex-wrap items-center gap-x-2.5 gap-y-1">
            <h2 className="wrap-anywhere font-semibold text-base">{title}</h2>
            <ConnectionBadge connection={host.connection} />
            {host.maintenance === null ? null : <MaintenanceBadge />}
          </div>
          {managed === null || managed.bySettings ? (
            <p className="text-muted text-sm">
              {managed === null ? ownWords(host) : "Set by PASSDECK_HOSTS: changed there alone"}
            </p>
          ) : (
            <div className="flex flex-wrap gap-2">
              <Button size="sm" aria-label={`Change ${title}…`} onClick={onChange}>
                <Pencil aria-hidden />
                Change…
              </Button>
              <Button size="sm" aria-label={`Remove ${title}…`} onClick={onRemove}>
                <Trash2 aria-hidden />
                Remove…
              </Button>
            </div>
          )}
        </header>
        {problem === null ? null : <Problem problem={problem} />}
        <div className="grid items-start @min-[56rem]:grid-cols-2">
          <HostFacts host={host} vms={vms} />
          {managed === null ? null : <WayFacts managed={managed} />}
        </div>
      </Card>
    </li>
  );
}

function ownWords({ demo }: HostSummary): string {
  return demo ? "Made up for the demo" : "Passdeck’s own machine: always managed";
}

function Problem({ problem: { code, message, fix } }: { problem: HostProblem }) {
  return (
    <div className="flex gap-2.5 border-border border-b bg-danger/8 px-4 py-3">
      <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-danger" />
      <div className="wrap-anywhere min-w-0">
        <p className="font-medium">{problemTitles[code]}</p>
        <p>{message}</p>
        <p>{fix}</p>
        <Retrying lastSeen={null} />
      </div>
    </div>
  );
}
