"use client";

import { countOf } from "@/components/formats/numbers";
import { AnchoredMenu } from "@/components/ui/anchored-menu";
import { DropdownMenuLabel } from "@/components/ui/dropdown-menu";
import type { MenuSheetProps } from "@/components/ui/menu-button";
import type { VmSummary } from "@/server/fleet/schema";
import { ActionItems } from "./action-items";

export interface ActionsSheetProps extends MenuSheetProps {
  vms: readonly VmSummary[];
  side?: "top" | "bottom";
  onDeleted?: () => void;
}

/** The menu of all that can be done to one VM or to several. */
export default function ActionsSheet({ vms, side = "bottom", onDeleted, ...place }: ActionsSheetProps) {
  const [only] = vms;
  const subject = vms.length === 1 && only !== undefined ? only.name : countOf(vms.length, "VM");
  return (
    <AnchoredMenu label={`Actions for ${subject}`} side={side} {...place}>
      <DropdownMenuLabel>{subject}</DropdownMenuLabel>
      <ActionItems vms={vms} {...(onDeleted ? { onDeleted } : {})} />
    </AnchoredMenu>
  );
}
