"use client";

import { CalendarOff, CalendarSync, Tags, Trash2 } from "lucide-react";
import { Fragment } from "react";
import { type MayNot, useRights, vmObject } from "@/components/data/use-rights";
import { useClustered } from "@/components/fleet/use-clustered";
import { useMaintenance } from "@/components/fleet/use-maintenance";
import { DropdownMenuItem, DropdownMenuSeparator } from "@/components/ui/dropdown-menu";
import type { VmSummary } from "@/server/fleet/schema";
import { actionGroups, actionWords, isRisky } from "./action-words";
import { MakingItems } from "./making-items";
import { useVmActions } from "./vm-actions";
import { whyNotAction, whyNotAutostart, whyNotDelete, whyNotLabel } from "./why-not";

export interface ActionItemsProps {
  vms: readonly VmSummary[];
  onDeleted?: () => void;
}

/** The entries of a menu of all that can be done to one VM or to several; what can't be done now says why. */
export function ActionItems({ vms, onDeleted }: ActionItemsProps) {
  const actions = useVmActions();
  const mayNot = useRights(...vms.map(vmObject));
  const maintenanceOf = useMaintenance();
  const clustered = useClustered();
  return (
    <>
      {actionGroups.map((group) => (
        <Fragment key={group[0]}>
          {group.map((action) => {
            const { label, icon: Icon } = actionWords[action];
            return (
              <DropdownMenuItem
                key={action}
                icon={<Icon />}
                danger={isRisky(action)}
                reason={mayNot("vm.act") ?? whyNotAction(action, vms, maintenanceOf, clustered)}
                onSelect={() => actions.act(action, vms)}
              >
                {label}
              </DropdownMenuItem>
            );
          })}
          <DropdownMenuSeparator />
        </Fragment>
      ))}
      <DropdownMenuItem
        icon={<Tags />}
        reason={mayNot("vm.label") ?? whyNotLabel(vms)}
        onSelect={() => actions.label(vms)}
      >
        Tags and folder…
      </DropdownMenuItem>
      <AutostartItems vms={vms} mayNot={mayNot} />
      {vms.length === 1 && vms[0] !== undefined ? (
        <>
          <MakingItems vm={vms[0]} />
          <DeleteItem vm={vms[0]} mayNot={mayNot} {...(onDeleted ? { onDeleted } : {})} />
        </>
      ) : null}
    </>
  );
}

interface GuardedProps {
  mayNot: MayNot;
}

function AutostartItems({ vms, mayNot }: GuardedProps & { vms: readonly VmSummary[] }) {
  const { setAutostart } = useVmActions();
  const reason = mayNot("vm.setAutostart") ?? whyNotAutostart(vms);
  const anyOff = vms.some((vm) => !vm.autostart);
  const anyOn = vms.some((vm) => vm.autostart);
  return (
    <>
      {anyOff ? (
        <DropdownMenuItem icon={<CalendarSync />} reason={reason} onSelect={() => setAutostart(true, vms)}>
          Start with the host
        </DropdownMenuItem>
      ) : null}
      {anyOn ? (
        <DropdownMenuItem icon={<CalendarOff />} reason={reason} onSelect={() => setAutostart(false, vms)}>
          Don’t start with the host
        </DropdownMenuItem>
      ) : null}
    </>
  );
}

function DeleteItem({ vm, mayNot, onDeleted }: GuardedProps & { vm: VmSummary; onDeleted?: () => void }) {
  const { remove } = useVmActions();
  return (
    <>
      <DropdownMenuSeparator />
      <DropdownMenuItem
        icon={<Trash2 />}
        danger
        reason={mayNot("vm.delete") ?? whyNotDelete(vm)}
        onSelect={() => remove(vm, onDeleted)}
      >
        Delete…
      </DropdownMenuItem>
    </>
  );
}
