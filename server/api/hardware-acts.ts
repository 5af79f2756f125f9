import { LiveDomain } from "../job/attach/live-domain";
import { type HardwareVm, planHardware } from "../job/hardware/plan-hardware";
import type { Plan } from "../plan.schema";
import type { HardwareEdit } from "../vm/hardware/hardware-edit.schema";
import { refuseChanged } from "./binding-acts";
import type { Context } from "./context";

export interface HardwareWish {
  hostId: string;
  vmId: string;
  edit: HardwareEdit;
  alsoLive: boolean;
}

/** What would be done; nothing is. */
export async function planChange(context: Context, wish: HardwareWish): Promise<Plan> {
  return (await planned(context, wish)).plan;
}

/** Starts what was planned, if it would still be planned so. */
export async function runChange(
  context: Context,
  wish: HardwareWish & { fingerprint: string },
): Promise<{ jobId: string }> {
  const { plan, input } = await planned(context, wish);
  refuseChanged(plan, wish.fingerprint);
  const { id } = context.services.jobs.start({
    kind: plan.kind,
    hostId: wish.hostId,
    title: plan.title,
    subjects: [wish.vmId],
    startedBy: context.user?.name ?? "",
    steps: plan.steps,
    input,
  });
  return { jobId: id };
}

async function planned({ services, user }: Context, { hostId, vmId, edit, alsoLive }: HardwareWish) {
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
