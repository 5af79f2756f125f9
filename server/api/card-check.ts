import { type CardCheckInput, cardCheckInputSchema } from "../job/card-check/card-check-input.schema";
import { planCardCheck } from "../job/card-check/plan-card-check";
import type { Plan } from "../plan.schema";
import { whyNot } from "../vm/actions.schema";
import { refuseChanged } from "./binding-acts";
import type { Context } from "./context";
import { currentHostReport } from "./current-host-report";
import { startProblems } from "./start-problems";

export interface CheckWish {
  hostId: string;
  vmId: string;
}

/** What "Check this card" would do with a VM and the cards that it has. */
export async function planCheck(context: Context, wish: CheckWish): Promise<Plan> {
  return (await plannedNow(context, wish)).plan;
}

/** Starts the check, if it would still be planned so. */
export async function runCheck(
  context: Context,
  wish: CheckWish & { fingerprint: string },
): Promise<{ jobId: string }> {
  const { plan, input } = await plannedNow(context, wish);
  refuseChanged(plan, wish.fingerprint);
  const { id } = context.services.jobs.start({
    kind: plan.kind,
    hostId: wish.hostId,
    title: plan.title,
    subjects: [wish.vmId, ...input.devices.map(({ address }) => address)],
    startedBy: context.user?.name ?? "",
    steps: plan.steps,
    input,
  });
  return { jobId: id };
}

async function plannedNow(context: Context, wish: CheckWish): Promise<{ plan: Plan; input: CardCheckInput }> {
  const { fleet } = context.services;
  const { name, passthrough } = fleet.vm(wish.hostId, wish.vmId).summary;
  const { devices } = await currentHostReport(fleet, wish.hostId, context);
  const input = cardCheckInputSchema.parse({
    vmId: wish.vmId,
    vmName: name,
    devices: devices
      .filter(({ address }) => passthrough.includes(address))
      .map(({ address, product, driver }) => ({ address, name: `${product} (${address})`, driver })),
  });
  return { plan: planCardCheck(input, await refusalOf(context, wish)), input };
}

async function refusalOf(context: Context, { hostId, vmId }: CheckWish): Promise<string | null> {
  const { fleet } = context.services;
  const vm = fleet.vm(hostId, vmId);
  const { name, passthrough } = vm.summary;
  if (passthrough.length === 0) return `${name} has none of the host's devices. Attach one first.`;
  const why = whyNot("start", vm.summary);
  if (why !== null) return `${name} can't be started because ${why}.`;
  const [problem] = await startProblems(fleet, vm, context);
  return problem === undefined ? null : `${problem.message} ${problem.fix}`;
}
