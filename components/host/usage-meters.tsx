"use client";

import type { Moment } from "@/components/fleet/statistics-store";
import { useHostMoments, useHostUsage } from "@/components/fleet/use-statistics";
import { formatBytes, formatPercent } from "@/components/formats/numbers";
import { type BarTone, Progress } from "@/components/ui/progress";
import type { HostSummary, HostUsage } from "@/server/fleet/schema";
import { Sparkline } from "./sparkline";

const shownMoments = 60;

/** How much of a host's CPUs and memory is in use, live. */
export function UsageMeters({ host }: { host: HostSummary }) {
  const usage = useHostUsage(host.id);
  const moments = useHostMoments(host.id).slice(-shownMoments);
  const memoryShare = shareOfMemory(host);
  return (
    <div className="grid gap-px bg-border sm:grid-cols-2">
      <Meter
        label="CPU"
        value={usage?.cpu}
        text={usage === null ? "–" : formatPercent(usage.cpu)}
        detail={`of ${host.cpus} CPUs`}
        values={moments.map((moment) => moment.usage.cpu)}
      />
      <Meter
        label="Memory"
        value={usage === null ? undefined : memoryShare({ at: 0, usage })}
        text={usage === null ? "–" : formatBytes(usage.memoryUsedBytes)}
        detail={`of ${formatBytes(host.memoryBytes)}`}
        values={moments.map(memoryShare)}
      />
    </div>
  );
}

function shareOfMemory({ memoryBytes }: HostSummary) {
  return ({ usage }: Moment<HostUsage>) => (memoryBytes === 0 ? 0 : usage.memoryUsedBytes / memoryBytes);
}

interface MeterProps {
  label: string;
  value: number | undefined;
  text: string;
  detail: string;
  values: readonly number[];
}

function Meter({ label, value, text, detail, values }: MeterProps) {
  return (
    <div className="min-w-0 bg-surface px-4 py-3">
      <p className="flex items-baseline gap-2">
        <span className="text-muted">{label}</span>
        <span className="ml-auto font-semibold text-lg tabular-nums">{text}</span>
        <span className="text-muted text-sm tabular-nums">{detail}</span>
      </p>
      <Sparkline values={values} />
      <Progress label={`${label} in use`} value={value ?? 0} tone={tone(value ?? 0)} className="mt-1" />
    </div>
  );
}

function tone(share: number): BarTone {
  return share >= 0.95 ? "danger" : share >= 0.85 ? "warning" : "accent";
}
