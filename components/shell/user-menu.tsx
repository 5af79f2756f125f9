"use client";

import { CircleUser } from "lucide-react";
import { lazy } from "react";
import { useSession } from "@/components/data/session";
import { classNames } from "@/components/ui/class-names";
import { MenuButton } from "@/components/ui/menu-button";

const loadSheet = () => import("./user-menu-sheet");
const UserMenuSheet = lazy(loadSheet);

export interface UserMenuProps {
  /** In the bar of a narrow screen there is no room for the name. */
  compact?: boolean;
  onShortcuts: () => void;
}

/** Opens the menu of who is signed in. */
export function UserMenu({ compact = false, onShortcuts }: UserMenuProps) {
  const name = useSession()?.user?.name ?? "…";
  return (
    <MenuButton
      preload={loadSheet}
      sheet={(place) => (
        <UserMenuSheet {...place} side={compact ? "bottom" : "top"} onShortcuts={onShortcuts} />
      )}
      aria-label={`Account and settings: ${name}`}
      className={classNames(
        "flex min-h-8 w-full items-center gap-2.5 rounded-md px-2.5 py-1 font-medium hover:bg-foreground/5",
        compact ? "" : "flex-col gap-0.5 text-xs lg:flex-row lg:gap-2.5 lg:text-base",
      )}
    >
      <CircleUser aria-hidden className="size-4 shrink-0 text-muted" />
      {compact ? null : <span className="wrap-anywhere min-w-0">{name}</span>}
    </MenuButton>
  );
}
