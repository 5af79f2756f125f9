"use client";

import { api } from "@/components/data/api";
import { useSubscription } from "@/components/data/use-subscription";
import { formatBytes, formatPercent } from "@/components/formats/numbers";
import type { VmSummary } from "@/server/fleet/schema";
import type { GuestGpu } from "@/server/guest/guest-gpu.schema";
import { whyNoFigures } from "./guest-gpus-words";

/** In a line what a running VM's guest tells of its GPUs, or why it tells nothing; nothing where it is not asked. */
export default function GuestGpuLine({ vm: { hostId, id: vmId } }: { vm: VmSummary }) {
  const known = useSubscription(api.guestGpu.watch.subscriptionOptions({ hostId, vmId })).data;
  if (known === undefined || known.kind === "not-allowed") return null;
  const figures = known.kind === "told" ? known.gpus.map(wordsOf) : [];
  const parts = [...figures, whyNoFigures(known)].filter((text) => text !== null);
  return <p className="text-muted text-sm tabular-nums">{parts.join("; ")}</p>;
}

/** "37 %, 4 of 24 GiB, 61 °C, 215 W" */
function wordsOf({ busy, usedBytes, totalBytes, celsius, watts }: GuestGpu): string {
  const parts = [
    busy === null ? null : formatPercent(busy),
    usedBytes === null || totalBytes === null
      ? null
      : `${formatBytes(usedBytes)} of ${formatBytes(totalBytes)}`,
    celsius === null ? null : `${Math.round(celsius)} °C`,
    watts === null ? null : `${Math.round(watts)} W`,
  ];
  return parts.filter((part) => part !== null).join(", ") || "its driver tells no figures";
}
