"use client";

import { Ellipsis, X } from "lucide-react";
import { countOf } from "@/components/fleet/format";
import { useReadOnlyReason } from "@/components/shell/session";
import { Button } from "@/components/ui/button";
import { DropdownMenu, DropdownMenuContent, DropdownMenuTrigger } from "@/components/ui/dropdown-menu";
import { Tooltip } from "@/components/ui/tooltip";
import type { VmSummary } from "@/server/fleet/schema";
import type { VmAction } from "@/server/vm/actions.schema";
import { ActionItems } from "../action/action-items";
import { actionWords } from "../action/action-words";
import { whyNotAction } from "../action/why-not";
import { useVmActions } from "../vm-actions";

const shown: readonly VmAction[] = ["start", "shut-down"];

/** What can be done to all VMs that are selected. Floats at the bottom edge as long as any is. */
export function BulkBar({ vms, onClear }: { vms: readonly VmSummary[]; onClear: () => void }) {
  return (
    <div className="pointer-events-none sticky bottom-16 z-20 mt-4 flex justify-center sm:bottom-4">
      <section
        aria-label="Actions on the selected VMs"
        className="pointer-events-auto flex animate-appear flex-wrap items-center justify-center gap-1.5 rounded-xl border border-border bg-raised p-1.5 shadow-raised"
      >
        <p role="status" className="px-2 text-sm tabular-nums">
          {countOf(vms.length, "VM")} selected
        </p>
        {shown.map((action) => (
          <BulkButton key={action} action={action} vms={vms} />
        ))}
        <DropdownMenu>
          <DropdownMenuTrigger asChild>
            <Button size="sm" aria-label="More actions on the selected VMs">
              <Ellipsis aria-hidden />
              More
            </Button>
          </DropdownMenuTrigger>
          <DropdownMenuContent side="top">
            <ActionItems vms={vms} />
          </DropdownMenuContent>
        </DropdownMenu>
        <Button variant="ghost" size="sm" onClick={onClear}>
          <X aria-hidden />
          Clear
        </Button>
      </section>
    </div>
  );
}

function BulkButton({ action, vms }: { action: VmAction; vms: readonly VmSummary[] }) {
  const { act } = useVmActions();
  const readOnly = useReadOnlyReason();
  const { label, icon: Icon } = actionWords[action];
  const reason = readOnly ?? whyNotAction(action, vms);
  const button = (
    <Button
      size="sm"
      aria-disabled={reason !== null}
      onClick={() => (reason === null ? act(action, vms) : undefined)}
    >
      <Icon aria-hidden />
      {label}
    </Button>
  );
  return reason === null ? button : <Tooltip content={reason}>{button}</Tooltip>;
}
