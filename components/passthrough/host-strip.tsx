import { ShieldCheck, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { hostPath } from "@/components/fleet/host-address";
import { useHosts } from "@/components/fleet/use-fleet";
import { countOf, formatBytes } from "@/components/formats/numbers";
import { Card } from "@/components/ui/card";
import type { JudgedReport } from "@/server/pci/schema";
import { HostChecks } from "./host-checks";
import { iommuAdvice } from "./iommu-advice";

const iommuNames = { intel: "Intel VT-d", amd: "AMD-Vi", smmu: "Arm SMMU" } as const;

/** What the machine is, and whether it can pass devices through at all. */
export function HostStrip({ hostId, report }: { hostId: string; report: JudgedReport }) {
  const hosts = useHosts();
  const { host, iommu } = report;
  const cpu = host.cpuThreads > 0 ? `${host.cpu}, ${countOf(host.cpuThreads, "thread")}` : host.cpu;
  const boot = [host.bootLoader, host.initramfs].filter((part) => part !== null).join(", ");
  return (
    <Card>
      <dl className="grid grid-cols-2 gap-x-4 gap-y-2 px-4 py-3 sm:flex sm:flex-wrap sm:gap-x-8">
        <Fact label="IOMMU">
          <IommuState report={report} />
        </Fact>
        {host.machine === null ? null : <Fact label="Machine">{host.machine}</Fact>}
        <Fact label="CPU">{cpu}</Fact>
        {host.memoryBytes > 0 ? <Fact label="Memory">{formatBytes(host.memoryBytes)}</Fact> : null}
        <Fact label="Distribution">{host.distribution}</Fact>
        <Fact label="Kernel">{host.kernel}</Fact>
        {boot === "" ? null : <Fact label="Boot loader, initramfs">{boot}</Fact>}
        {iommu.parameters.length === 0 ? null : (
          <Fact label="Kernel parameters">
            <span className="font-mono text-sm">{iommu.parameters.join(" ")}</span>
          </Fact>
        )}
      </dl>
      <Advice report={report} />
      <HostChecks checks={report.checks} href={hostPath(hosts, hostId)} />
    </Card>
  );
}

function IommuState({ report: { iommu } }: { report: JudgedReport }) {
  if (!iommu.enabled) {
    return (
      <span className="inline-flex items-center gap-1.5 font-medium text-warning">
        <TriangleAlert aria-hidden className="size-4 shrink-0" /> Off
      </span>
    );
  }
  return (
    <span className="inline-flex items-center gap-1.5 font-medium text-success">
      <ShieldCheck aria-hidden className="size-4 shrink-0" />
      {iommu.kind === null ? "On" : `On, ${iommuNames[iommu.kind]}`}
    </span>
  );
}

function Advice({ report }: { report: JudgedReport }) {
  const advice = iommuAdvice(report);
  if (advice === null) return null;
  return (
    <div className="border-border border-t bg-warning/5 p-4">
      <h2 className="font-semibold">No device can be given to a VM yet</h2>
      <p className="mt-0.5 max-w-3xl">{advice.explanation}</p>
      <ol className="mt-2 max-w-3xl list-decimal space-y-0.5 pl-5">
        {advice.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </div>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-muted text-xs">{label}</dt>
      <dd className="wrap-anywhere">{children}</dd>
    </div>
  );
}
