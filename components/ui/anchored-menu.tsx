"use client";

import type { ReactNode } from "react";
import { DropdownMenu, DropdownMenuContent, DropdownMenuTrigger } from "./dropdown-menu";
import type { MenuSheetProps } from "./menu-button";

export interface AnchoredMenuProps extends MenuSheetProps {
  label: string;
  side?: "top" | "bottom";
  align?: "start" | "end";
  children: ReactNode;
}

/** A menu that is open as long as it is there, beside a box anywhere in the window. */
export function AnchoredMenu({
  anchor,
  onClose,
  returnFocus,
  label,
  side = "bottom",
  align = "end",
  children,
}: AnchoredMenuProps) {
  return (
    <DropdownMenu open onOpenChange={(open) => (open ? undefined : onClose())}>
      <DropdownMenuTrigger asChild>
        <span aria-hidden className="pointer-events-none fixed" style={{ ...anchor }} />
      </DropdownMenuTrigger>
      <DropdownMenuContent
        side={side}
        align={align}
        aria-label={label}
        onCloseAutoFocus={(event) => {
          event.preventDefault();
          returnFocus();
        }}
      >
        {children}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
