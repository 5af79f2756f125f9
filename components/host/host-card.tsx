"use client";

import { MaintenanceBadge } from "@/components/fleet/maintenance-badge";
import { staleLook } from "@/components/fleet/stale-look";
import { useIsStale } from "@/components/fleet/use-fleet";
import { Card, CardHeader } from "@/components/ui/card";
import { Fact, Facts } from "@/components/ui/facts";
import type { HostSummary } from "@/server/fleet/schema";
import type { HardwareReport } from "@/server/pci/schema";
import { UsageMeters } from "./usage-meters";

export interface HostCardProps {
  host: HostSummary;
  report: HardwareReport | null | undefined;
}

/** A host: how busy it is, and what it is. */
export function HostCard({ host, report }: HostCardProps) {
  const stale = useIsStale(host.id);
  const titleId = `host-${host.id}`;
  return (
    <Card aria-labelledby={titleId} className={stale ? staleLook : undefined}>
      <CardHeader
        id={titleId}
        title={host.name}
        aside={
          <span className="flex flex-wrap items-center gap-2">
            {host.maintenance === null ? null : <MaintenanceBadge />}
            <span className="font-mono">{host.uri}</span>
          </span>
        }
      />
      <div className="border-border border-b">
        <UsageMeters host={host} />
      </div>
      <Facts>
        <Fact name="CPU">{report?.host.cpu ?? host.cpuModel ?? "Unknown"}</Fact>
        {report?.host.machine ? <Fact name="Machine">{report.host.machine}</Fact> : null}
        {report ? <Fact name="System">{report.host.distribution}</Fact> : null}
        {report ? <Fact name="Kernel">{report.host.kernel}</Fact> : null}
        <Fact name="Hypervisor">{host.hypervisor ?? "Unknown"}</Fact>
        <Fact name="libvirt">{host.libvirtVersion ?? "Unknown"}</Fact>
        {report ? <Fact name="IOMMU">{iommuWords(report)}</Fact> : null}
      </Facts>
    </Card>
  );
}

const iommuKinds = { intel: "Intel VT-d", amd: "AMD-Vi", smmu: "Arm SMMU" };

function iommuWords({ iommu, groups }: HardwareReport): string {
  if (!iommu.enabled) return "Off: no device can be attached to a VM";
  const kind = iommu.kind === null ? "On" : `On, ${iommuKinds[iommu.kind]}`;
  return `${kind}, ${groups.length} groups`;
}
