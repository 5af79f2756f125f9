"use client";

import { useEffect, useState } from "react";
import { trpc } from "@/components/data/client";
import type { VmSummary } from "@/server/fleet/schema";
import type { StartProblem } from "@/server/pci/start-check/start-problem.schema";

const none: readonly StartProblem[] = [];

/**
 * What keeps a VM that is off from being started with the devices that it asks for; asked anew when the VM or what is
 * known of its host's devices changes. None while nothing is known.
 */
export function useStartProblems(vm: VmSummary, hardware: unknown): readonly StartProblem[] {
  const [problems, setProblems] = useState(none);
  const { hostId, id, state } = vm;
  const asks = state === "off" && vm.passthrough.length > 0;
  const devices = vm.passthrough.join(" ");
  // biome-ignore lint/correctness/useExhaustiveDependencies: the answer depends on the devices and the hardware.
  useEffect(() => {
    if (!asks) return setProblems(none);
    let outdated = false;
    trpc.vm.startProblems.query({ hostId, vmId: id }).then(
      (answer) => {
        if (!outdated) setProblems(answer ?? none);
      },
      () => {
        if (!outdated) setProblems(none);
      },
    );
    return () => {
      outdated = true;
    };
  }, [asks, hostId, id, devices, hardware]);
  return problems;
}
