"use client";

import { useRights, vmObject } from "@/components/data/use-rights";
import { useClustered } from "@/components/fleet/use-clustered";
import { useMaintenance } from "@/components/fleet/use-maintenance";
import { Button, type ButtonProps } from "@/components/ui/button";
import { Tooltip } from "@/components/ui/tooltip";
import type { VmAction } from "@/server/domain/actions.schema";
import type { VmSummary } from "@/server/fleet/schema";
import { actionWords } from "./action-words";
import { useVmActions } from "./vm-actions";
import { whyNotAction } from "./why-not";

export interface ActionButtonProps extends Pick<ButtonProps, "size"> {
  action: VmAction;
  vms: readonly VmSummary[];
  /** Stands out as long as it can be pressed. */
  primary?: boolean;
  /** Its name where several stand below each other. */
  "aria-label"?: string;
}

/** Does one action to VMs. Where it can't be done it says why, by hover, focus and to screen readers. */
export function ActionButton({ action, vms, size, primary = false, ...named }: ActionButtonProps) {
  const { act } = useVmActions();
  const mayNot = useRights(...vms.map(vmObject));
  const maintenanceOf = useMaintenance();
  const clustered = useClustered();
  const { label, icon: Icon } = actionWords[action];
  const reason = mayNot("vm.act") ?? whyNotAction(action, vms, maintenanceOf, clustered);
  const button = (
    <Button
      {...named}
      size={size}
      variant={primary && reason === null ? "primary" : "secondary"}
      aria-disabled={reason !== null}
      onClick={() => (reason === null ? act(action, vms) : undefined)}
    >
      <Icon aria-hidden />
      {label}
    </Button>
  );
  return reason === null ? button : <Tooltip content={reason}>{button}</Tooltip>;
}
