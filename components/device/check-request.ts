import { trpc } from "@/components/data/client";
import { vmObject } from "@/components/data/use-rights";
import type { PlanRequest } from "@/components/plan/plan-dialog";

/** The check of a VM's cards: start, wait for the guest, stop, start again, return the devices, compare the host. */
export function checkRequest({
  hostId,
  id,
  name,
}: {
  hostId: string;
  id: string;
  name: string;
}): PlanRequest {
  const request = { hostId, vmId: id };
  return {
    title: `Check the devices of ${name}`,
    label: "Check",
    right: { act: "passthrough.runCheck", objects: [vmObject({ hostId, id })] },
    load: () => trpc.passthrough.planCheck.query(request),
    run: (fingerprint) => trpc.passthrough.runCheck.mutate({ ...request, fingerprint }),
  };
}
