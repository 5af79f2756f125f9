"use client";

import { BellRing, CircleUser, Keyboard, LogOut, ScrollText, ServerCog, Users } from "lucide-react";
import { useRouter } from "next/navigation";
import { api } from "@/components/data/api";
import { errorText } from "@/components/data/error-text";
import { useSession } from "@/components/data/session";
import { setSigningOut } from "@/components/data/signed-out";
import { useAction } from "@/components/data/use-action";
import { installationObject, useRights } from "@/components/data/use-rights";
import { AnchoredMenu } from "@/components/ui/anchored-menu";
import {
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuRadioGroup,
  DropdownMenuRadioItem,
  DropdownMenuSeparator,
} from "@/components/ui/dropdown-menu";
import type { MenuSheetProps } from "@/components/ui/menu-button";
import { notify } from "@/components/ui/notify";
import { useTheme } from "@/components/ui/use-theme";

export interface UserMenuSheetProps extends MenuSheetProps {
  side: "top" | "bottom";
  onShortcuts: () => void;
}

/** Who is signed in, the theme, the shortcuts, and the way out. */
export default function UserMenuSheet({ side, onShortcuts, ...place }: UserMenuSheetProps) {
  const session = useSession();
  const signOut = useAction(
    api.session.signOut.mutationOptions({
      onMutate: () => setSigningOut(true),
      onError: (error) => {
        setSigningOut(false);
        notify("error", "You are still signed in", errorText(error));
      },
    }),
    ({ providerAddress }) => window.location.assign(providerAddress ?? "/sign-in"),
  );
  const { theme, choose } = useTheme();
  const router = useRouter();
  const mayNot = useRights(installationObject);
  return (
    <AnchoredMenu
      label="Account and settings"
      side={side}
      align={side === "top" ? "start" : "end"}
      {...place}
    >
      {session?.user ? (
        <>
          <DropdownMenuLabel>
            Signed in as <span className="font-medium text-foreground">{session.user.name}</span> (
            {session.user.level})
          </DropdownMenuLabel>
          <DropdownMenuSeparator />
        </>
      ) : null}
      <DropdownMenuLabel>Theme</DropdownMenuLabel>
      <DropdownMenuRadioGroup value={theme ?? "system"} onValueChange={choose}>
        <DropdownMenuRadioItem value="system">System</DropdownMenuRadioItem>
        <DropdownMenuRadioItem value="light">Light</DropdownMenuRadioItem>
        <DropdownMenuRadioItem value="dark">Dark</DropdownMenuRadioItem>
      </DropdownMenuRadioGroup>
      <DropdownMenuSeparator />
      <DropdownMenuItem icon={<CircleUser />} onSelect={() => router.push("/account")}>
        My account
      </DropdownMenuItem>
      {side === "bottom" && mayNot("hosts.watch") === null ? (
        <DropdownMenuItem icon={<ServerCog />} onSelect={() => router.push("/hosts")}>
          Hosts
        </DropdownMenuItem>
      ) : null}
      {side === "bottom" && mayNot("people.watch") === null ? (
        <DropdownMenuItem icon={<Users />} onSelect={() => router.push("/people")}>
          People
        </DropdownMenuItem>
      ) : null}
      {mayNot("notify.watch") === null ? (
        <DropdownMenuItem icon={<BellRing />} onSelect={() => router.push("/notifications")}>
          Notifications
        </DropdownMenuItem>
      ) : null}
      {mayNot("audit.list") === null ? (
        <DropdownMenuItem icon={<ScrollText />} onSelect={() => router.push("/audit")}>
          Audit log
        </DropdownMenuItem>
      ) : null}
      <DropdownMenuItem icon={<Keyboard />} onSelect={onShortcuts}>
        Keyboard shortcuts
      </DropdownMenuItem>
      <DropdownMenuItem icon={<LogOut />} onSelect={() => signOut.run()}>
        Sign out
      </DropdownMenuItem>
      {session === null ? null : <DropdownMenuLabel>Passdeck {session.version}</DropdownMenuLabel>}
    </AnchoredMenu>
  );
}
