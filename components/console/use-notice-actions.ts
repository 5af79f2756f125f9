"use client";

import { usePendingAction } from "@/components/action/use-pending";
import { useVmActions } from "@/components/action/vm-actions";
import { api } from "@/components/data/api";
import { errorText } from "@/components/data/error-text";
import { useAction } from "@/components/data/use-action";
import { vmKey } from "@/components/fleet/vm-key";
import { notify } from "@/components/ui/notify";
import type { VmSummary } from "@/server/fleet/schema";
import type { ConsoleController } from "./console-controller";
import type { NoticeAction } from "./console-notice";
import type { ConsoleStatus } from "./console-socket";
import { useKeyboard } from "./people/use-keyboard";

export interface NoticeActions {
  run: (action: NoticeAction) => void;
  pending: boolean;
  /** A console was added that is there after the VM's next start only. */
  addedForNextStart: boolean;
}

/** Does what the console's notices offer. */
export function useNoticeActions(
  vm: VmSummary,
  controller: ConsoleController | null,
  status: ConsoleStatus,
): NoticeActions {
  const keyboard = useKeyboard({ vm, kind: "serial" }, status);
  const { act } = useVmActions();
  const acting = usePendingAction(vmKey(vm)) !== null;
  const adding = useAction(
    api.vm.addSerialConsole.mutationOptions({
      onError: (error) => notify("error", `${vm.name}: no serial console was added`, errorText(error)),
    }),
  );
  const run = (action: NoticeAction) => {
    if (action === "add-serial-console") return adding.run({ hostId: vm.hostId, vmId: vm.id });
    if (action === "start") act("start", [vm]);
    else if (action === "connect") controller?.connect();
    else if (action === "give-keyboard") keyboard.give();
    else controller?.takeOver();
    controller?.terminal.focus();
  };
  return {
    run,
    pending: acting || adding.busy || keyboard.busy,
    addedForNextStart: adding.answer?.appliesAfterRestart ?? false,
  };
}
