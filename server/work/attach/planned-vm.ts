import type { ActContext } from "../act-context";
import { LiveDomain } from "./live-domain";
import type { PlannedVm } from "./plan-attach";

/** A VM as devices of the host are to be attached to it, or detached. */
export async function plannedVm(
  { services: { fleet } }: ActContext,
  hostId: string,
  vmId: string,
): Promise<PlannedVm> {
  const { summary } = fleet.vm(hostId, vmId);
  const { saved, live } = await new LiveDomain(fleet, hostId, vmId).describe();
  return { id: summary.id, name: summary.name, saved, live };
}
