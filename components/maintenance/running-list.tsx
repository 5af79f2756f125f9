"use client";

import { Ellipsis } from "lucide-react";
import { useState } from "react";
import { ActionButton } from "@/components/action/action-button";
import { LazyActionsSheet, loadActionsSheet } from "@/components/action/lazy-actions-sheet";
import { countOf } from "@/components/formats/numbers";
import { buttonClasses } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { MenuButton } from "@/components/ui/menu-button";
import type { VmSummary } from "@/server/fleet/schema";
import { RunningVm } from "./running-vm";

/** VMs that run, with what can be done to those that are selected. */
export function RunningList({ running }: { running: readonly VmSummary[] }) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const selected = running.filter(({ id }) => chosen.has(id));
  const isAll = selected.length === running.length;
  const toggle = (id: string) =>
    setChosen(
      chosen.has(id) ? new Set([...chosen].filter((other) => other !== id)) : new Set([...chosen, id]),
    );
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-2 border-border border-b px-4 py-2">
        <div className="flex items-center gap-2">
          <Checkbox
            aria-label="Select all that run"
            checked={isAll}
            indeterminate={selected.length > 0 && !isAll}
            onChange={() => setChosen(new Set(isAll ? [] : running.map(({ id }) => id)))}
          />
          <p role="status" className="font-medium">
            {countOf(running.length, "VM")} {running.length === 1 ? "runs" : "run"} here
          </p>
        </div>
        <div className="flex flex-wrap gap-2">
          <ActionButton size="sm" action="shut-down" vms={selected} />
          <ActionButton size="sm" action="save" vms={selected} />
          <MenuButton
            preload={loadActionsSheet}
            sheet={(place) => <LazyActionsSheet {...place} vms={selected} />}
            className={buttonClasses("secondary", "sm")}
            aria-label="More actions on the selected VMs"
          >
            <Ellipsis aria-hidden />
            More
          </MenuButton>
        </div>
      </div>
      <ul aria-label="VMs that run here" className="max-h-96 overflow-y-auto">
        {running.map((vm) => (
          <RunningVm key={vm.id} vm={vm} selected={chosen.has(vm.id)} onToggle={() => toggle(vm.id)} />
        ))}
      </ul>
    </>
  );
}
