"use client";

import { SelectField } from "@/components/ui/form/select-field";
import type { MovePlan } from "./move-plan";

type Disk = MovePlan["disks"][number];

interface PlacedDisksProps {
  disks: readonly Disk[];
  /** The target's. */
  pools: readonly { name: string; active: boolean }[];
  chosen: readonly { target: string; pool: string }[];
  onChoose(pools: readonly { target: string; pool: string }[]): void;
}

const fates: Readonly<Record<Disk["fate"], string>> = {
  shared: "is on storage that both hosts have",
  "medium-there": "is on the target as well",
  copied: "is copied",
  stuck: "can’t be had on the target",
};

/** What becomes of each disk, and where copies go. */
export function PlacedDisks({ disks, pools, chosen, onChoose }: PlacedDisksProps) {
  if (disks.length === 0) return null;
  const choices = pools.filter(({ active }) => active).map(({ name }) => ({ value: name, label: name }));
  return (
    <ul aria-label="Disks" className="divide-y divide-border rounded-md border border-border">
      {disks.map((disk) => (
        <li key={disk.target} className="flex flex-wrap items-end justify-between gap-x-4 gap-y-2 px-3 py-2">
          <div className="wrap-anywhere min-w-0 flex-1 basis-60">
            <span className="font-medium">{disk.target}</span> {fates[disk.fate]}
            <span className="block font-mono text-sm">{disk.source}</span>
          </div>
          {disk.fate === "copied" || disk.fate === "stuck" ? (
            <SelectField
              label={`Pool for ${disk.target}`}
              value={chosen.find(({ target }) => target === disk.target)?.pool ?? disk.pool}
              placeholder="Choose a pool"
              choices={choices}
              onChange={(pool) =>
                onChoose([
                  ...chosen.filter(({ target }) => target !== disk.target),
                  { target: disk.target, pool },
                ])
              }
            />
          ) : null}
        </li>
      ))}
    </ul>
  );
}
