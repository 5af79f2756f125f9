"use client";

import { Ellipsis, Tags, X } from "lucide-react";
import { ActionButton } from "@/components/action/action-button";
import { LazyActionsSheet, loadActionsSheet } from "@/components/action/lazy-actions-sheet";
import { useVmActions } from "@/components/action/vm-actions";
import { whyNotLabel } from "@/components/action/why-not";
import { useRights, vmObject } from "@/components/data/use-rights";
import { countOf } from "@/components/formats/numbers";
import { Button, buttonClasses } from "@/components/ui/button";
import { MenuButton } from "@/components/ui/menu-button";
import { ReasonButton } from "@/components/ui/reason-button";
import type { VmSummary } from "@/server/fleet/schema";

/** What can be done to all VMs that are selected. Floats at the bottom edge as long as any is. */
export default function BulkBar({ vms, onClear }: { vms: readonly VmSummary[]; onClear: () => void }) {
  const { label } = useVmActions();
  const mayNot = useRights(...vms.map(vmObject));
  return (
    <div className="pointer-events-none sticky bottom-16 z-20 mt-4 flex justify-center sm:bottom-4">
      <section
        aria-label="Actions on the selected VMs"
        className="pointer-events-auto flex animate-appear flex-wrap items-center justify-center gap-1.5 rounded-xl border border-border bg-raised p-1.5 shadow-raised"
      >
        <p role="status" className="px-2 text-sm tabular-nums">
          {countOf(vms.length, "VM")} selected
        </p>
        <ActionButton size="sm" action="start" vms={vms} />
        <ActionButton size="sm" action="shut-down" vms={vms} />
        <ReasonButton size="sm" reason={mayNot("vm.label") ?? whyNotLabel(vms)} onClick={() => label(vms)}>
          <Tags aria-hidden />
          Tags…
        </ReasonButton>
        <MenuButton
          preload={loadActionsSheet}
          sheet={(place) => <LazyActionsSheet {...place} side="top" vms={vms} />}
          className={buttonClasses("secondary", "sm")}
          aria-label="More actions on the selected VMs"
        >
          <Ellipsis aria-hidden />
          More
        </MenuButton>
        <Button variant="ghost" size="sm" onClick={onClear}>
          <X aria-hidden />
          Clear
        </Button>
      </section>
    </div>
  );
}
