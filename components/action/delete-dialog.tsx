"use client";

import { useId, useState } from "react";
import { trpc } from "@/components/data/client";
import { Loaded } from "@/components/data/loaded";
import { useAction } from "@/components/data/use-action";
import { vmObject } from "@/components/data/use-rights";
import { useVm } from "@/components/fleet/use-fleet";
import { vmKey } from "@/components/fleet/vm-key";
import JobDialog from "@/components/job/job-dialog";
import { PlanSkeleton } from "@/components/plan/plan-skeleton";
import { PlanView } from "@/components/plan/plan-view";
import { RunFooter } from "@/components/plan/run-footer";
import { usePlan } from "@/components/plan/use-plan";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import type { VmDisk, VmSummary } from "@/server/fleet/schema";

export interface DeleteDialogProps {
  vm: VmSummary;
  onClose: () => void;
  onDeleted: () => void;
}

/** Asks which of a VM's disks go with it; none does unless it is ticked. Shows what is lost, and then the job. */
export default function DeleteDialog({ vm, onClose, onDeleted }: DeleteDialogProps) {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const isThere = useVm(vmKey(vm)) !== null;
  const disks = vm.disks.filter((disk) => disk.source !== null);
  const request = { hostId: vm.hostId, vmId: vm.id, deleteDisks: [...chosen] };
  const plan = usePlan(["vm.planDelete", request], () => trpc.vm.planDelete.mutate(request));
  const run = useAction({
    mutationFn: (fingerprint: string) => trpc.vm.delete.mutate({ ...request, fingerprint }),
  });
  if (run.answer !== undefined)
    return <JobDialog jobId={run.answer.jobId} onClose={isThere ? onClose : onDeleted} />;
  return (
    <Dialog open onOpenChange={(open) => (open ? undefined : onClose())}>
      <DialogContent
        wide
        role="alertdialog"
        title={`Delete ${vm.name}?`}
        description="Its disks stay where they are, unless you tick them."
        footer={
          <RunFooter
            plan={plan}
            run={run}
            label="Delete"
            right={{ act: "vm.delete", objects: [vmObject(vm)] }}
          />
        }
      >
        <div className="mt-3 flex flex-col gap-3">
          <DiskChoice disks={disks} chosen={chosen} onChange={setChosen} />
          <Loaded reading={plan} what="the plan" skeleton={<PlanSkeleton />}>
            {(shown) => <PlanView plan={shown} />}
          </Loaded>
        </div>
      </DialogContent>
    </Dialog>
  );
}

interface DiskChoiceProps {
  disks: readonly VmDisk[];
  chosen: readonly string[];
  onChange: (targets: readonly string[]) => void;
}

function DiskChoice({ disks, chosen, onChange }: DiskChoiceProps) {
  const id = useId();
  if (disks.length === 0) return <p>No disks</p>;
  return (
    <fieldset>
      <legend className="font-medium">Delete these disks as well</legend>
      <ul className="mt-1 divide-y divide-border rounded-md border border-border">
        {disks.map((disk) => (
          <li key={disk.target}>
            <label htmlFor={`${id}-${disk.target}`} className="flex items-start gap-2 px-3 py-2">
              <Checkbox
                id={`${id}-${disk.target}`}
                checked={chosen.includes(disk.target)}
                onChange={({ target }) =>
                  onChange(
                    target.checked
                      ? [...chosen, disk.target]
                      : chosen.filter((other) => other !== disk.target),
                  )
                }
              />
              <span className="wrap-anywhere min-w-0 pt-0.5">
                <span className="font-medium">{disk.target}</span>{" "}
                <span className="text-muted">{describeDisk(disk)}</span>
                <span className="block font-mono text-sm">{disk.source}</span>
              </span>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

function describeDisk(disk: VmDisk): string {
  const kind = { disk: "disk", cdrom: "CD or DVD image", floppy: "floppy image", lun: "host LUN" }[
    disk.device
  ];
  return disk.readOnly ? `${kind}, read-only` : kind;
}
