"use client";

import { CircleUser, Keyboard, LogOut } from "lucide-react";
import { useTheme } from "next-themes";
import { trpc } from "@/components/api/client";
import { errorText } from "@/components/api/error-text";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuRadioGroup,
  DropdownMenuRadioItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { notify } from "@/components/ui/notify";
import { useSession } from "./session";

async function signOut(): Promise<void> {
  try {
    await trpc.session.signOut.mutate();
    window.location.assign("/sign-in");
  } catch (error) {
    notify("error", "You are still signed in", errorText(error));
  }
}

export interface UserMenuProps {
  /** On a narrow screen there is no room for the name. */
  compact?: boolean;
  onShortcuts: () => void;
}

/** Who is signed in, the theme, the shortcuts, and the way out. */
export function UserMenu({ compact = false, onShortcuts }: UserMenuProps) {
  const session = useSession();
  const { theme, setTheme } = useTheme();
  const name = session?.user?.name ?? "…";
  return (
    <DropdownMenu>
      <DropdownMenuTrigger
        aria-label={`Account and settings: ${name}`}
        className="flex min-h-8 w-full items-center gap-2.5 rounded-md px-2.5 py-1 text-left font-medium text-base hover:bg-foreground/5"
      >
        <CircleUser aria-hidden className="size-4 shrink-0 text-muted" />
        {compact ? null : <span className="wrap-anywhere min-w-0">{name}</span>}
      </DropdownMenuTrigger>
      <DropdownMenuContent align={compact ? "end" : "start"} side={compact ? "bottom" : "top"}>
        <DropdownMenuLabel>
          Signed in as <span className="font-medium text-foreground">{name}</span>
          {session?.user ? ` (${session.user.level})` : null}
        </DropdownMenuLabel>
        <DropdownMenuSeparator />
        <DropdownMenuLabel>Theme</DropdownMenuLabel>
        <DropdownMenuRadioGroup value={theme ?? "system"} onValueChange={setTheme}>
          <DropdownMenuRadioItem value="system">As the system</DropdownMenuRadioItem>
          <DropdownMenuRadioItem value="light">Light</DropdownMenuRadioItem>
          <DropdownMenuRadioItem value="dark">Dark</DropdownMenuRadioItem>
        </DropdownMenuRadioGroup>
        <DropdownMenuSeparator />
        <DropdownMenuItem icon={<Keyboard />} onSelect={onShortcuts}>
          Keyboard shortcuts
        </DropdownMenuItem>
        <DropdownMenuItem icon={<LogOut />} onSelect={() => void signOut()}>
          Sign out
        </DropdownMenuItem>
        {session === null ? null : <DropdownMenuLabel>Passdeck {session.version}</DropdownMenuLabel>}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
