"use client";

import { api } from "@/components/data/api";
import { errorText } from "@/components/data/error-text";
import { useAction } from "@/components/data/use-action";
import { notify } from "@/components/ui/notify";
import type { VmSummary } from "@/server/fleet/schema";

export interface AddScreen {
  add: () => void;
  pending: boolean;
  /** It was added to a VM that runs, and is there after its next start only. */
  addedForNextStart: boolean;
}

/** Adds a VNC screen to a VM's definition. */
export function useAddScreen({
  hostId,
  id: vmId,
  name,
}: Pick<VmSummary, "hostId" | "id" | "name">): AddScreen {
  const { run, busy, answer } = useAction(
    api.vm.addVncScreen.mutationOptions({
      onError: (error) => notify("error", `${name}: no screen was added`, errorText(error)),
    }),
  );
  return {
    add: () => run({ hostId, vmId }),
    pending: busy,
    addedForNextStart: answer?.appliesAfterRestart ?? false,
  };
}
