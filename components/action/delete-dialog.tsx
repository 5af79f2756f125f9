"use client";

import { useId, useState } from "react";
import { trpc } from "@/components/data/client";
import { useAction } from "@/components/data/use-action";
import { countOf } from "@/components/fleet/format";
import { vmKey } from "@/components/fleet/vm-key";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog, DialogClose, DialogContent } from "@/components/ui/dialog";
import { notify } from "@/components/ui/notify";
import type { VmDisk, VmSummary } from "@/server/fleet/schema";
import { pendingActions } from "./perform";

export interface DeleteDialogProps {
  vm: VmSummary;
  onClose: () => void;
  onDeleted: () => void;
}

/** Asks which of a VM's disks go with it; none does unless it is ticked. What can't be deleted is named. */
export default function DeleteDialog({ vm, onClose, onDeleted }: DeleteDialogProps) {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const disks = vm.disks.filter((disk) => disk.source !== null);
  const deletion = useAction(
    {
      mutationFn: (deleteDisks: readonly string[]) =>
        pendingActions.during([vmKey(vm)], "Deleting…", () =>
          trpc.vm.delete.mutate({ hostId: vm.hostId, vmId: vm.id, deleteDisks: [...deleteDisks] }),
        ),
    },
    (removal) => {
      tellRemoval(vm.name, removal);
      onDeleted();
    },
  );
  const { busy, problem } = deletion;
  return (
    <Dialog open onOpenChange={(open) => (open ? undefined : onClose())}>
      <DialogContent
        wide
        role="alertdialog"
        title={`Delete ${vm.name}?`}
        description="Its definition, saved state and firmware variables are deleted for good. Its disks stay where they are, unless you tick them."
        footer={
          <>
            <DialogClose asChild>
              <Button>Cancel</Button>
            </DialogClose>
            <Button variant="danger" disabled={busy} onClick={() => deletion.run(chosen)}>
              {deleteLabel(busy, chosen.length)}
            </Button>
          </>
        }
      >
        <DiskChoice disks={disks} chosen={chosen} onChange={setChosen} />
        <p role="alert" className="wrap-anywhere mt-3 text-danger empty:hidden">
          {problem}
        </p>
      </DialogContent>
    </Dialog>
  );
}

function deleteLabel(busy: boolean, disks: number): string {
  if (busy) return "Deleting…";
  return disks === 0 ? "Delete, keep all disks" : `Delete with ${countOf(disks, "disk")}`;
}

interface DiskChoiceProps {
  disks: readonly VmDisk[];
  chosen: readonly string[];
  onChange: (targets: readonly string[]) => void;
}

function DiskChoice({ disks, chosen, onChange }: DiskChoiceProps) {
  const id = useId();
  if (disks.length === 0) return <p className="mt-3">No disks</p>;
  return (
    <fieldset className="mt-3">
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

function tellRemoval(
  name: string,
  removal: { deleted: string[]; kept: { source: string; why: string }[] },
): void {
  if (removal.kept.length === 0) {
    const disks =
      removal.deleted.length === 0 ? "Its disks were kept." : `Deleted: ${removal.deleted.join(", ")}`;
    notify("success", `${name} deleted`, disks);
    return;
  }
  const kept = removal.kept.map(({ source, why }) => `${source}: ${why}`).join("; ");
  notify("error", `${name} is deleted, but not all of its disks`, kept);
}
