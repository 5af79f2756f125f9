"use client";

import { useState } from "react";
import { trpc } from "@/components/data/client";
import { errorText } from "@/components/data/error-text";
import { vmKey } from "@/components/fleet/vm-key";
import { notify } from "@/components/ui/notify";
import { usePendingAction } from "@/components/vm/action/use-pending";
import { useVmActions } from "@/components/vm/vm-actions";
import type { VmSummary } from "@/server/fleet/schema";
import type { ConsoleController } from "./console-controller";
import type { NoticeAction } from "./console-notice";

export interface NoticeActions {
  run: (action: NoticeAction) => void;
  pending: boolean;
  /** A console was added that is there after the VM's next start only. */
  addedForNextStart: boolean;
}

/** Does what the console's notices offer. */
export function useNoticeActions(vm: VmSummary, controller: ConsoleController | null): NoticeActions {
  const { act } = useVmActions();
  const acting = usePendingAction(vmKey(vm)) !== null;
  const [adding, setAdding] = useState(false);
  const [addedForNextStart, setAddedForNextStart] = useState(false);

  const addSerialConsole = async () => {
    setAdding(true);
    try {
      const answer = await trpc.vm.addSerialConsole.mutate({ hostId: vm.hostId, vmId: vm.id });
      setAddedForNextStart(answer.appliesAfterRestart);
    } catch (error) {
      notify("error", `${vm.name}: no serial console was added`, errorText(error));
    } finally {
      setAdding(false);
    }
  };
  const run = (action: NoticeAction) => {
    if (action === "add-serial-console") return void addSerialConsole();
    if (action === "start") act("start", [vm]);
    else if (action === "connect") controller?.connect();
    else controller?.takeOver();
    controller?.terminal.focus();
  };
  return { run, pending: acting || adding, addedForNextStart };
}
