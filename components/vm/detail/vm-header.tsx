"use client";

import { ChevronDown } from "lucide-react";
import { useRouter } from "next/navigation";
import { ActionButton } from "@/components/action/action-button";
import { LazyActionsSheet, loadActionsSheet } from "@/components/action/lazy-actions-sheet";
import { usePendingAction } from "@/components/action/use-pending";
import { vmKey } from "@/components/fleet/vm-key";
import { VmState } from "@/components/fleet/vm-state";
import { buttonClasses } from "@/components/ui/button";
import { Breadcrumb } from "@/components/ui/detail-page";
import { MenuButton } from "@/components/ui/menu-button";
import { PageHeader } from "@/components/ui/page-header";
import type { VmSummary } from "@/server/fleet/schema";

/** A VM's name, its state and what can be done to it. */
export function VmHeader({ vm }: { vm: VmSummary }) {
  const router = useRouter();
  const pending = usePendingAction(vmKey(vm));
  const paused = vm.state === "paused" || vm.state === "suspended";
  return (
    <>
      <Breadcrumb href="/vms" list="VMs" />
      <PageHeader
        title={vm.name}
        description={
          <span className="flex flex-wrap items-center gap-x-3">
            <span role="status">
              <VmState state={vm.state} hasSavedState={vm.hasSavedState} pending={pending} />
            </span>
            {vm.title === null ? null : <span className="wrap-anywhere">{vm.title}</span>}
          </span>
        }
        actions={
          <>
            <ActionButton action={paused ? "resume" : "start"} vms={[vm]} primary />
            <ActionButton action="shut-down" vms={[vm]} />
            <MenuButton
              preload={loadActionsSheet}
              sheet={(place) => (
                <LazyActionsSheet {...place} vms={[vm]} onDeleted={() => router.push("/vms")} />
              )}
              className={buttonClasses()}
            >
              Actions
              <ChevronDown aria-hidden />
            </MenuButton>
          </>
        }
      />
    </>
  );
}
