"use client";

import { useVmMoments } from "@/components/fleet/use-statistics";
import { formatBytes, formatPercent, formatRate } from "@/components/formats/numbers";
import type { VmSummary, VmUsage } from "@/server/fleet/schema";
import type { Line } from "./series";
import { UsageChart } from "./usage-chart";

const cpu: readonly Line<VmUsage>[] = [{ label: "CPU", colour: "--chart-1", value: (usage) => usage.cpu }];
const memory: readonly Line<VmUsage>[] = [
  { label: "Memory", colour: "--chart-1", value: (usage) => usage.memoryBytes },
];
const disk: readonly Line<VmUsage>[] = [
  { label: "Read", colour: "--chart-1", value: (usage) => usage.diskReadRate },
  { label: "Written", colour: "--chart-2", value: (usage) => usage.diskWriteRate },
];
const network: readonly Line<VmUsage>[] = [
  { label: "Received", colour: "--chart-1", value: (usage) => usage.networkReceiveRate },
  { label: "Sent", colour: "--chart-2", value: (usage) => usage.networkSendRate },
];

/** CPU, memory, disk and network of a VM over the last minutes, live. */
export function VmCharts({ rowKey, vm }: { rowKey: string; vm: VmSummary }) {
  const moments = useVmMoments(rowKey);
  return (
    <section aria-label="Live figures" className="mb-4 grid gap-4 lg:grid-cols-2">
      <UsageChart title="CPU" lines={cpu} moments={moments} format={formatPercent} maximum={1} />
      <UsageChart
        title="Memory"
        lines={memory}
        moments={moments}
        format={formatBytes}
        binary
        maximum={vm.memoryBytes}
      />
      <UsageChart title="Disk" lines={disk} moments={moments} format={formatRate} binary />
      <UsageChart title="Network" lines={network} moments={moments} format={formatRate} binary />
    </section>
  );
}
