"use client";

import { useVm } from "@/components/fleet/use-fleet";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuLabel,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { ActionItems } from "../action/action-items";

/** Where on the window the menu is to open, and for which row. */
export interface MenuPlace {
  key: string;
  left: number;
  top: number;
  width: number;
  height: number;
}

/** The one menu that all rows share: a menu of its own in each would make scrolling slow. */
export function RowMenu({ place, onClose }: { place: MenuPlace; onClose: () => void }) {
  const vm = useVm(place.key);
  if (vm === null) return null;
  const { left, top, width, height } = place;
  return (
    <DropdownMenu open onOpenChange={(open) => (open ? undefined : onClose())}>
      <DropdownMenuTrigger asChild>
        <span aria-hidden className="pointer-events-none fixed" style={{ left, top, width, height }} />
      </DropdownMenuTrigger>
      <DropdownMenuContent
        align="end"
        aria-label={`Actions for ${vm.name}`}
        onCloseAutoFocus={(event) => event.preventDefault()}
      >
        <DropdownMenuLabel>{vm.name}</DropdownMenuLabel>
        <ActionItems vms={[vm]} />
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
