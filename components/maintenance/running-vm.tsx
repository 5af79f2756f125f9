"use client";

import { MoveRight } from "lucide-react";
import { ActionButton } from "@/components/action/action-button";
import { usePendingAction } from "@/components/action/use-pending";
import { useVmActions } from "@/components/action/vm-actions";
import { useRights, vmObject } from "@/components/data/use-rights";
import { PageLink } from "@/components/fleet/page-link";
import { useHosts } from "@/components/fleet/use-fleet";
import { vmKey, vmPath } from "@/components/fleet/vm-key";
import { VmState } from "@/components/fleet/vm-state";
import { Checkbox } from "@/components/ui/checkbox";
import { ReasonButton } from "@/components/ui/reason-button";
import type { VmSummary } from "@/server/fleet/schema";

export interface RunningVmProps {
  vm: VmSummary;
  selected: boolean;
  onToggle(): void;
}

/** One VM that runs on a host in maintenance, with the ways to another host and off. */
export function RunningVm({ vm, selected, onToggle }: RunningVmProps) {
  const { move } = useVmActions();
  const pending = usePendingAction(vmKey(vm));
  const mayNot = useRights(vmObject(vm));
  const isOnly = useHosts().length < 2;
  const whyNot = mayNot("move.run") ?? (isOnly ? "There is no other host" : null);
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 border-border border-b px-4 py-1.5 last:border-b-0">
      <Checkbox aria-label={`Select ${vm.name}`} checked={selected} onChange={onToggle} />
      <PageLink
        href={vmPath(vm)}
        className="wrap-anywhere min-w-0 flex-1 basis-32 font-medium hover:underline"
      >
        {vm.name}
      </PageLink>
      <span className="min-w-28">
        <VmState state={vm.state} pending={pending} />
      </span>
      <span className="flex flex-wrap gap-2">
        <ReasonButton size="sm" reason={whyNot} aria-label={`Migrate ${vm.name}…`} onClick={() => move(vm)}>
          <MoveRight aria-hidden />
          Migrate…
        </ReasonButton>
        <ActionButton size="sm" action="shut-down" vms={[vm]} aria-label={`Shut down ${vm.name}`} />
      </span>
    </li>
  );
}
