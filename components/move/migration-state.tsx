"use client";

import { api } from "@/components/data/api";
import { useAction } from "@/components/data/use-action";
import { useRights, vmObject } from "@/components/data/use-rights";
import { useSubscription } from "@/components/data/use-subscription";
import { formatBytes, formatNumber, formatRate } from "@/components/formats/numbers";
import { Button } from "@/components/ui/button";
import type { VmSummary } from "@/server/fleet/schema";
import type { MigrationProgress } from "@/server/move/migration.schema";

interface MigrationStateProps {
  vm: VmSummary;
  /** It was allowed to be finished by post-copy. */
  mayFinish: boolean;
}

/** How a VM's memory is getting on, while it is on its way. */
export function MigrationState({ vm, mayFinish }: MigrationStateProps) {
  const vmReference = { hostId: vm.hostId, vmId: vm.id };
  const progress = useSubscription(api.move.watch.subscriptionOptions(vmReference)).data ?? null;
  const steer = useAction(api.move.steer.mutationOptions());
  const mayNot = useRights(vmObject(vm))("move.steer");
  if (progress === null) return null;
  return (
    <div className="my-3 flex flex-wrap items-start justify-between gap-3 rounded-md border border-border px-3 py-2">
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 text-sm tabular-nums">
        {figuresOf(progress).map(([label, value]) => (
          <div key={label} className="contents">
            <dt className="text-muted">{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {mayFinish && !progress.postCopy ? (
        <Button
          disabled={steer.busy || mayNot !== null}
          onClick={() => steer.run({ ...vmReference, steering: { kind: "post-copy" } })}
        >
          Finish by post-copy
        </Button>
      ) : null}
      <p role="alert" className="w-full text-danger empty:hidden">
        {steer.problem}
      </p>
    </div>
  );
}

function figuresOf({
  totalBytes,
  memory,
  expectedDowntimeMs,
  throttlePercent,
  postCopy,
}: MigrationProgress): [string, string][] {
  if (memory === null) return [["Phase", totalBytes === 0 ? "Preparing" : "Copying disks"]];
  const { remainingBytes, rate, dirtyRate, iteration } = memory;
  return [
    ["Phase", postCopy ? "Post-copy: running on the target, fetching memory" : "Sending memory"],
    ["Remaining", formatBytes(remainingBytes)],
    ...optional("Transfer rate", rate, formatRate),
    ...optional("Dirty rate", dirtyRate, formatRate),
    ...optional("Iteration", iteration, (value) => formatNumber(value)),
    ...optional("Expected downtime", expectedDowntimeMs, (value) => `${formatNumber(value)} ms`),
    ...optional("CPU throttling", throttlePercent, (value) => `${formatNumber(value)} %`),
  ];
}

function optional(label: string, value: number | null, words: (value: number) => string): [string, string][] {
  return value === null ? [] : [[label, words(value)]];
}
