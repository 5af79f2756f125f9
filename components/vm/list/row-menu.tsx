"use client";

import { Suspense } from "react";
import { LazyActionsSheet } from "@/components/action/lazy-actions-sheet";
import { useVm } from "@/components/fleet/use-fleet";
import type { Box } from "@/components/ui/box";

/** Where on the window the menu is to open, and for which row. */
export interface MenuPlace {
  key: string;
  anchor: Box;
}

export interface RowMenuProps {
  place: MenuPlace;
  onClose: () => void;
  returnFocus: () => void;
}

/** The one menu that all rows share: a menu of its own in each would make scrolling slow. */
export function RowMenu({ place, onClose, returnFocus }: RowMenuProps) {
  const vm = useVm(place.key);
  if (vm === null) return null;
  return (
    <Suspense>
      <LazyActionsSheet vms={[vm]} anchor={place.anchor} onClose={onClose} returnFocus={returnFocus} />
    </Suspense>
  );
}
