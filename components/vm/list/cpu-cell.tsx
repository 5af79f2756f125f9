"use client";

import { useVmUsage } from "@/components/fleet/use-statistics";
import { formatPercent } from "@/components/formats/numbers";
import { Bar, type BarTone } from "@/components/ui/progress";

/** A share of CPUs that is worth a second look is shown in another colour; the figure stands beside it. */
function loadTone(share: number): BarTone {
  return share >= 0.9 ? "danger" : share >= 0.7 ? "warning" : "accent";
}

/** What a VM uses of its vCPUs now, as a bar and a figure. */
export function CpuCell({ rowKey }: { rowKey: string }) {
  const usage = useVmUsage(rowKey);
  if (usage === null) return null;
  return (
    <span className="flex items-center gap-2">
      <Bar value={usage.cpu} tone={loadTone(usage.cpu)} className="min-w-0 flex-1" />
      <span className="w-11 text-right text-sm tabular-nums">{formatPercent(usage.cpu)}</span>
    </span>
  );
}
