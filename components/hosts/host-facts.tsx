"use client";

import { PageLink } from "@/components/fleet/page-link";
import { staleLook } from "@/components/fleet/stale-look";
import { formatBytes, formatNumber } from "@/components/formats/numbers";
import { formatAgo, formatTime } from "@/components/formats/times";
import { Fact, Facts } from "@/components/ui/facts";
import { useNow } from "@/components/ui/use-now";
import type { HostSummary } from "@/server/fleet/schema";

export interface HostFactsProps {
  host: HostSummary;
  vms: number;
}

/** What is known of a host; greyed while it can't be asked. */
export function HostFacts({ host, vms }: HostFactsProps) {
  const { name, uri, connection, lastSeen, libvirtVersion, hypervisor, cpus, cpuModel, memoryBytes } = host;
  const isKnown = libvirtVersion !== null;
  return (
    <div className={connection === "lost" ? staleLook : undefined}>
      <Facts>
        <Fact name="Host name">{name}</Fact>
        {connection !== "lost" || lastSeen === null ? null : (
          <Fact name="Last word">
            <LastWord at={lastSeen} />
          </Fact>
        )}
        <Fact name="Maintenance">
          <PageLink
            href={`/host?host=${encodeURIComponent(host.id)}`}
            className="wrap-anywhere text-accent hover:underline"
          >
            {host.maintenance === null ? "No" : host.maintenance.reason}
          </PageLink>
        </Fact>
        <Fact name="VMs">
          <PageLink href={`/vms?host=${encodeURIComponent(host.id)}`} className="text-accent hover:underline">
            {formatNumber(vms)}
          </PageLink>
        </Fact>
        {isKnown ? (
          <>
            <Fact name="CPUs">
              {formatNumber(cpus)}
              {cpuModel === null ? null : <span className="text-muted"> ({cpuModel})</span>}
            </Fact>
            <Fact name="Memory">{formatBytes(memoryBytes)}</Fact>
            <Fact name="libvirt">{libvirtVersion}</Fact>
            <Fact name="Hypervisor">{hypervisor ?? "not known"}</Fact>
          </>
        ) : null}
        <Fact name="libvirt URI" mono>
          {uri}
        </Fact>
      </Facts>
    </div>
  );
}

function LastWord({ at }: { at: number }) {
  const now = useNow(5);
  return `${formatTime(at, now)} (${formatAgo(at, now)})`;
}
