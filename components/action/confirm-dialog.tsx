"use client";

import { countOf } from "@/components/formats/numbers";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose, DialogContent } from "@/components/ui/dialog";
import { type VmAction, whyNot } from "@/server/domain/actions.schema";
import type { VmSummary } from "@/server/fleet/schema";
import { actionWords } from "./action-words";

export interface ConfirmDialogProps {
  action: VmAction;
  vms: readonly VmSummary[];
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks before something is lost, and names every VM that it would happen to. */
export default function ConfirmDialog({ action, vms, onConfirm, onClose }: ConfirmDialogProps) {
  const { label, risk } = actionWords[action];
  const [only] = vms;
  const subject = vms.length === 1 && only !== undefined ? only.name : countOf(vms.length, "VM");
  return (
    <Dialog open onOpenChange={(open) => (open ? undefined : onClose())}>
      <DialogContent
        role="alertdialog"
        title={`${label}: ${subject}?`}
        description={risk}
        footer={
          <>
            <DialogClose asChild>
              <Button>Cancel</Button>
            </DialogClose>
            <Button variant="danger" onClick={onConfirm}>
              {label}
            </Button>
          </>
        }
      >
        {vms.length > 1 ? <NamedVms action={action} vms={vms} /> : null}
      </DialogContent>
    </Dialog>
  );
}

function NamedVms({ action, vms }: Pick<ConfirmDialogProps, "action" | "vms">) {
  return (
    <ul className="mt-3 max-h-60 overflow-y-auto rounded-md border border-border bg-inset px-3 py-1.5">
      {vms.map((vm) => {
        const why = whyNot(action, vm);
        return (
          <li key={vm.id} className="wrap-anywhere py-0.5">
            {vm.name}
            {why === null ? null : <span className="text-muted"> (will be refused: {why})</span>}
          </li>
        );
      })}
    </ul>
  );
}
