import type { HardwareEdit } from "../domain/hardware/hardware-edit.schema";
import type { Plan } from "../plan.schema";
import { LiveDomain } from "../work/attach/live-domain";
import { type HardwareVm, planHardware } from "../work/hardware/plan-hardware";
import { refuseChanged } from "./binding-acts";
import type { Context } from "./context";

export interface HardwareRequest {
  hostId: string;
  vmId: string;
  edit: HardwareEdit;
  alsoLive: boolean;
}

/** What would be done; nothing is. */
export async function planChange(context: Context, request: HardwareRequest): Promise<Plan> {
  return (await planned(context, request)).plan;
}

/** Starts what was planned, if it would still be planned so. */
export async function runChange(
  context: Context,
  request: HardwareRequest & { fingerprint: string },
): Promise<{ jobId: string }> {
  const { plan, input } = await planned(context, request);
  refuseChanged(plan, request.fingerprint);
  const { id } = context.services.jobs.start({
    kind: plan.kind,
    hostId: request.hostId,
    title: plan.title,
    subjects: [request.vmId],
    startedBy: context.user?.name ?? "",
    steps: plan.steps,
    input,
  });
  return { jobId: id };
}

async function planned({ services, user }: Context, { hostId, vmId, edit, alsoLive }: HardwareRequest) {
  const { summary } = services.fleet.vm(hostId, vmId);
  const host = services.fleet.hostSummaries().find(({ id }) => id === hostId);
  const vm: HardwareVm = {
    id: summary.id,
    name: summary.name,
    ...(await new LiveDomain(services.fleet, hostId, vmId).describe()),
    hostCpus: host?.cpus ?? 0,
  };
  return planHardware(vm, { edit, alsoLive, by: user?.name ?? "" });
}
