"use client";

import { useEffect } from "react";
import { VmActionsProvider } from "@/components/action/vm-actions";
import { SessionProvider } from "@/components/data/session";
import { startFleetWatch } from "@/components/fleet/fleet-watch";
import { LinkBanner } from "@/components/fleet/link-banner";
import { useFleetLoaded, useVm } from "@/components/fleet/use-fleet";
import { vmKey } from "@/components/fleet/vm-key";
import { VmState } from "@/components/fleet/vm-state";
import { Notices } from "@/components/ui/notices";
import { Skeleton } from "@/components/ui/skeleton";
import { usePageTitle } from "@/components/ui/use-page-title";
import { ConsoleSwitch } from "./console-switch";

export interface ConsoleWindowProps {
  hostId: string;
  vmId: string;
}

/** A window with a VM's consoles and nothing else. */
export function ConsoleWindow(props: ConsoleWindowProps) {
  useEffect(startFleetWatch, []);
  return (
    <SessionProvider>
      <VmActionsProvider>
        <main className="flex h-dvh min-w-0 flex-col">
          <LinkBanner />
          <Consoles {...props} />
        </main>
        <Notices />
      </VmActionsProvider>
    </SessionProvider>
  );
}

function Consoles({ hostId, vmId }: ConsoleWindowProps) {
  const vm = useVm(vmKey({ hostId, id: vmId }));
  const loaded = useFleetLoaded();
  usePageTitle(vm?.name ?? "Console");
  if (vm === null) {
    return loaded ? (
      <h1 className="p-6 text-lg">There is no such VM. It was deleted, or the address is wrong.</h1>
    ) : (
      <Skeleton className="m-3 h-full" />
    );
  }
  return (
    <>
      <header className="flex flex-wrap items-center gap-x-3 px-3 pt-2">
        <h1 className="wrap-anywhere font-semibold text-lg">{vm.name}</h1>
        <VmState state={vm.state} hasSavedState={vm.hasSavedState} pending={null} />
      </header>
      <ConsoleSwitch vm={vm} inWindow />
    </>
  );
}
