"use client";

import { skipToken, useQuery } from "@tanstack/react-query";
import { api } from "@/components/data/api";
import type { Reading } from "@/components/data/reading";
import { useRefetchOn } from "@/components/data/use-refetch-on";
import type { VmSummary } from "@/server/fleet/schema";
import type { StartProblem } from "@/server/pci/start-check/start-problem.schema";

/**
 * What keeps a VM that is off from being started with the devices that it asks for; asked anew when the VM's devices
 * or what is known of the host's change. null of a VM that asks for none, or is on: nothing is asked.
 */
export function useStartProblems(
  { hostId, id: vmId, state, passthrough, otherHostDevices }: VmSummary,
  hardware: unknown,
): Reading<StartProblem[] | null> | null {
  const wanted = [...passthrough, ...otherHostDevices];
  const asks = state === "off" && wanted.length > 0;
  const problems = useQuery(api.vm.startProblems.queryOptions(asks ? { hostId, vmId } : skipToken));
  useRefetchOn(hardware, problems);
  useRefetchOn(wanted.join(" "), problems);
  return asks ? problems : null;
}
