"use client";

import { lazy, type ReactNode, Suspense, useCallback, useState } from "react";
import { SessionProvider, useSession } from "@/components/data/session";
import { FleetWatcher } from "@/components/fleet/fleet-watcher";
import { LinkBanner } from "@/components/fleet/link-banner";
import { PageLink } from "@/components/fleet/page-link";
import { Notices } from "@/components/ui/notices";
import { Admitted } from "./admitted";
import { HostChips } from "./host-chip";
import { Logo } from "./logo";
import { Navigation } from "./navigation";
import { useShortcuts } from "./use-shortcuts";
import { UserMenu } from "./user-menu";

const DemoMark = lazy(() => import("./demo-mark"));
const ShortcutsDialog = lazy(() => import("./shortcuts-dialog"));

export interface ShellProps {
  /** What stays below every page. */
  dock: ReactNode;
  children: ReactNode;
}

/** What stands around every page of someone who is signed in, and the one live connection behind them all. */
export function Shell({ dock, children }: ShellProps) {
  const [help, setHelp] = useState(false);
  const showHelp = useCallback(() => setHelp(true), []);
  useShortcuts(showHelp);
  return (
    <SessionProvider>
      <FleetWatcher />
      <a
        href="#main"
        className="sr-only z-50 rounded-md bg-accent px-3 py-2 text-accent-foreground focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        Skip to content
      </a>
      <div className="flex min-h-dvh">
        <Sidebar onShortcuts={showHelp} />
        <div className="flex min-w-0 flex-1 flex-col pb-13 sm:pb-0">
          <TopBar onShortcuts={showHelp} />
          <LinkBanner />
          <main id="main" tabIndex={-1} className="min-w-0 flex-1 px-4 py-5 outline-none sm:px-6">
            <Admitted>{children}</Admitted>
          </main>
          {dock}
        </div>
      </div>
      <div className="fixed inset-x-0 bottom-0 z-30 border-border border-t bg-surface pb-[env(safe-area-inset-bottom)] sm:hidden">
        <Navigation layout="bar" />
      </div>
      <Suspense>{help ? <ShortcutsDialog onClose={() => setHelp(false)} /> : null}</Suspense>
      <Notices />
    </SessionProvider>
  );
}

function Sidebar({ onShortcuts }: { onShortcuts: () => void }) {
  return (
    <aside className="sticky top-0 hidden h-dvh w-22 shrink-0 flex-col gap-5 overflow-y-auto border-border border-r px-1.5 py-4 sm:flex lg:w-50 lg:px-2.5">
      <Brand narrow />
      <Navigation layout="column" />
      <div className="mt-auto flex flex-col gap-2">
        <HostChips />
        <UserMenu onShortcuts={onShortcuts} />
      </div>
    </aside>
  );
}

function TopBar({ onShortcuts }: { onShortcuts: () => void }) {
  return (
    <header className="flex items-center justify-between gap-3 border-border border-b bg-surface px-2 py-1.5 sm:hidden">
      <Brand />
      <HostChips compact />
      <div className="shrink-0">
        <UserMenu compact onShortcuts={onShortcuts} />
      </div>
    </header>
  );
}

/** In the narrow sidebar the mark stands alone. */
function Brand({ narrow = false }: { narrow?: boolean }) {
  const isDemo = useSession()?.demo === true;
  return (
    <div
      className={
        narrow ? "flex flex-col items-center gap-1.5 lg:flex-row lg:px-2" : "flex items-center gap-2 px-2"
      }
    >
      <PageLink
        href="/"
        className="flex min-h-6 items-center gap-2 rounded-md font-semibold text-lg tracking-tight"
      >
        <Logo className="size-6" />
        <span className={narrow ? "sr-only lg:not-sr-only" : undefined}>Passdeck</span>
      </PageLink>
      <Suspense>{isDemo ? <DemoMark /> : null}</Suspense>
    </div>
  );
}
