import { whyNot } from "../domain/actions.schema";
import type { Plan } from "../plan.schema";
import { type CardCheckInput, cardCheckInputSchema } from "../work/card-check/card-check-input.schema";
import { planCardCheck } from "../work/card-check/plan-card-check";
import { refuseChanged } from "./binding-acts";
import type { Context } from "./context";
import { currentHostReport } from "./current-host-report";
import { startProblems } from "./start-problems";

export interface CheckRequest {
  hostId: string;
  vmId: string;
}

/** What "Check this card" would do with a VM and the cards that it has. */
export async function planCheck(context: Context, request: CheckRequest): Promise<Plan> {
  return (await plannedNow(context, request)).plan;
}

/** Starts the check, if it would still be planned so. */
export async function runCheck(
  context: Context,
  request: CheckRequest & { fingerprint: string },
): Promise<{ jobId: string }> {
  const { plan, input } = await plannedNow(context, request);
  refuseChanged(plan, request.fingerprint);
  const { id } = context.services.jobs.start({
    kind: plan.kind,
    hostId: request.hostId,
    title: plan.title,
    subjects: [request.vmId, ...input.devices.map(({ address }) => address)],
    startedBy: context.user?.name ?? "",
    steps: plan.steps,
    input,
  });
  return { jobId: id };
}

async function plannedNow(
  context: Context,
  request: CheckRequest,
): Promise<{ plan: Plan; input: CardCheckInput }> {
  const { fleet } = context.services;
  const { name, passthrough } = fleet.vm(request.hostId, request.vmId).summary;
  const { devices } = await currentHostReport(fleet, request.hostId, context);
  const input = cardCheckInputSchema.parse({
    vmId: request.vmId,
    vmName: name,
    devices: devices
      .filter(({ address }) => passthrough.includes(address))
      .map(({ address, product, driver }) => ({ address, name: `${product} (${address})`, driver })),
  });
  return { plan: planCardCheck(input, await refusalOf(context, request)), input };
}

async function refusalOf(context: Context, { hostId, vmId }: CheckRequest): Promise<string | null> {
  const { fleet } = context.services;
  const vm = fleet.vm(hostId, vmId);
  const { name, passthrough } = vm.summary;
  if (passthrough.length === 0) return `${name} has none of the host's devices. Attach one first.`;
  const why = whyNot("start", vm.summary);
  if (why !== null) return `${name} can't be started because ${why}.`;
  const [problem] = await startProblems(fleet, vm, context);
  return problem === undefined ? null : `${problem.message} ${problem.fix}`;
}
