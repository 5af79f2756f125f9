"use client";

import { useState } from "react";
import { trpc } from "@/components/data/client";
import { errorText } from "@/components/data/error-text";
import { notify } from "@/components/ui/notify";
import type { VmSummary } from "@/server/fleet/schema";

export interface AddScreen {
  add: () => void;
  pending: boolean;
  /** It was added to a VM that runs, and is there after its next start only. */
  addedForNextStart: boolean;
}

/** Adds a VNC screen to a VM's definition. */
export function useAddScreen(vm: Pick<VmSummary, "hostId" | "id" | "name">): AddScreen {
  const [pending, setPending] = useState(false);
  const [addedForNextStart, setAddedForNextStart] = useState(false);
  const add = async () => {
    setPending(true);
    try {
      const answer = await trpc.vm.addVncScreen.mutate({ hostId: vm.hostId, vmId: vm.id });
      setAddedForNextStart(answer.appliesAfterRestart);
    } catch (error) {
      notify("error", `${vm.name}: no screen was added`, errorText(error));
    } finally {
      setPending(false);
    }
  };
  return { add: () => void add(), pending, addedForNextStart };
}
