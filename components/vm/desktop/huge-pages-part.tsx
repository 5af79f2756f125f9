"use client";

import { trpc } from "@/components/data/client";
import { formatBytes } from "@/components/formats/numbers";
import type { PlanRequest } from "@/components/plan/plan-dialog";
import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/form/select-field";
import type { VmSummary } from "@/server/fleet/schema";
import { type DesktopGround, pagesNeeded } from "./desktop-draft";
import { Part } from "./part";

interface HugePagesPartProps {
  vm: VmSummary;
  ground: DesktopGround;
  on: boolean;
  pageBytes: number;
  onSwitch(on: boolean): void;
  onSize(bytes: number): void;
  onHostPlan(request: PlanRequest): void;
}

/** Huge pages for the VM's memory, and more of them on the host where it has too few. */
export function HugePagesPart({
  vm,
  ground,
  on,
  pageBytes,
  onSwitch,
  onSize,
  onHostPlan,
}: HugePagesPartProps) {
  const { needed, total } = pagesNeeded(ground, pageBytes);
  const sizes = ground.choices.hugepages ?? [];
  return (
    <Part
      label="Huge pages"
      note={
        ground.choices.hugepages === null
          ? "The host’s huge pages could not be read."
          : `${needed} of ${formatBytes(pageBytes)} are needed; the host has set aside ${total}.`
      }
      on={on}
      onSwitch={onSwitch}
    >
      <div className="flex flex-wrap items-end gap-3">
        <SelectField
          label="Page size"
          className="w-44"
          value={String(pageBytes)}
          choices={(sizes.length === 0 ? [{ bytes: pageBytes }] : sizes).map(({ bytes }) => ({
            value: String(bytes),
            label: formatBytes(bytes),
          }))}
          onChange={(bytes) => onSize(Number(bytes))}
        />
        {total < needed ? (
          <Button onClick={() => onHostPlan(pagesRequest(vm.hostId, pageBytes, needed))}>
            Reserve {needed} on the host…
          </Button>
        ) : null}
      </div>
    </Part>
  );
}

/** The plan by which the host sets pages aside from its next start on. */
function pagesRequest(hostId: string, bytes: number, count: number): PlanRequest {
  const size = bytes % 2 ** 30 === 0 ? `${bytes / 2 ** 30}G` : `${bytes / 2 ** 20}M`;
  const change = { hugePages: { size, count } };
  return {
    title: "Reserve huge pages on the host",
    label: "Apply",
    right: { act: "prepare.run", objects: [{ kind: "boot", hostId }] },
    load: () => trpc.prepare.plan.mutate({ hostId, change }),
    run: (fingerprint) => trpc.prepare.run.mutate({ hostId, change, fingerprint }),
  };
}
