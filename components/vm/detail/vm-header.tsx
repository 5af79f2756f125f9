"use client";

import { ChevronDown } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { vmKey } from "@/components/fleet/vm-key";
import { useReadOnlyReason } from "@/components/shell/session";
import { Button } from "@/components/ui/button";
import { DropdownMenu, DropdownMenuContent, DropdownMenuTrigger } from "@/components/ui/dropdown-menu";
import { PageHeader } from "@/components/ui/page-header";
import { Tooltip } from "@/components/ui/tooltip";
import type { VmSummary } from "@/server/fleet/schema";
import type { VmAction } from "@/server/vm/actions.schema";
import { ActionItems } from "../action/action-items";
import { actionWords } from "../action/action-words";
import { usePendingAction } from "../action/use-pending";
import { whyNotAction } from "../action/why-not";
import { useVmActions } from "../vm-actions";
import { VmState } from "../vm-state";

/** A VM's name, its state and what can be done to it. */
export function VmHeader({ vm }: { vm: VmSummary }) {
  const router = useRouter();
  const pending = usePendingAction(vmKey(vm));
  const paused = vm.state === "paused" || vm.state === "suspended";
  return (
    <>
      <nav aria-label="Breadcrumb" className="mb-1 text-sm">
        <Link
          href="/vms"
          className="inline-flex min-h-6 items-center text-muted hover:text-foreground hover:underline"
        >
          VMs
        </Link>
      </nav>
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
            <ActionButton action={paused ? "resume" : "start"} vm={vm} primary />
            <ActionButton action="shut-down" vm={vm} />
            <DropdownMenu>
              <DropdownMenuTrigger asChild>
                <Button>
                  Actions
                  <ChevronDown aria-hidden />
                </Button>
              </DropdownMenuTrigger>
              <DropdownMenuContent align="end">
                <ActionItems vms={[vm]} onDeleted={() => router.push("/vms")} />
              </DropdownMenuContent>
            </DropdownMenu>
          </>
        }
      />
    </>
  );
}

function ActionButton({
  action,
  vm,
  primary = false,
}: {
  action: VmAction;
  vm: VmSummary;
  primary?: boolean;
}) {
  const { act } = useVmActions();
  const readOnly = useReadOnlyReason();
  const { label, icon: Icon } = actionWords[action];
  const reason = readOnly ?? whyNotAction(action, [vm]);
  const button = (
    <Button
      variant={primary && reason === null ? "primary" : "secondary"}
      aria-disabled={reason !== null}
      onClick={() => (reason === null ? act(action, [vm]) : undefined)}
    >
      <Icon aria-hidden />
      {label}
    </Button>
  );
  return reason === null ? button : <Tooltip content={reason}>{button}</Tooltip>;
}
