import type { AttachOptions } from "../domain/edit/attach-options.schema";
import type { Plan } from "../plan.schema";
import { LiveDomain } from "../work/attach/live-domain";
import { planAttach as attachPlan, type PlannedVm } from "../work/attach/plan-attach";
import { planDetach as detachPlan } from "../work/attach/plan-detach";
import { refuseChanged } from "./binding-acts";
import type { Context } from "./context";
import { currentHostReport } from "./current-host-report";

export interface DetachRequest {
  hostId: string;
  vmId: string;
  /** PCI addresses of functions of the cards. */
  addresses: string[];
}

export interface AttachRequest extends DetachRequest {
  options: AttachOptions;
}

/** What would be done, judged for who asks. */
export async function planAttach(context: Context, request: AttachRequest): Promise<Plan> {
  return (await plannedAttach(context, request)).plan;
}

/** Starts what was planned, if it would still be planned so. */
export async function runAttach(context: Context, request: AttachRequest & { fingerprint: string }) {
  const { plan, input } = await plannedAttach(context, request);
  if (needsBatteryTable(request.options)) await context.services.roms.writeBatteryTable();
  const addresses = input.functions.map(({ address }) => address);
  return startPlanned(context, request, { plan, input, addresses });
}

/** As {@link planAttach}, the other way round. */
export async function planDetach(context: Context, request: DetachRequest): Promise<Plan> {
  return (await plannedDetach(context, request)).plan;
}

/** As {@link runAttach}, the other way round. */
export async function runDetach(context: Context, request: DetachRequest & { fingerprint: string }) {
  const { plan, input } = await plannedDetach(context, request);
  return startPlanned(context, request, { plan, input, addresses: input.addresses });
}

function startPlanned(
  { services, user }: Context,
  { hostId, vmId, fingerprint }: { hostId: string; vmId: string; fingerprint: string },
  { plan, input, addresses }: { plan: Plan; input: object; addresses: string[] },
): { jobId: string } {
  refuseChanged(plan, fingerprint);
  const { id } = services.jobs.start({
    kind: plan.kind,
    hostId,
    title: plan.title,
    subjects: [vmId, ...addresses],
    startedBy: user?.name ?? "",
    steps: plan.steps,
    input: { ...input, by: user?.name ?? "" },
  });
  return { jobId: id };
}

async function plannedAttach(context: Context, { hostId, vmId, addresses, options }: AttachRequest) {
  const { fleet, roms } = context.services;
  const report = await currentHostReport(fleet, hostId, context);
  const chosen = needsBatteryTable(options) ? { ...options, batteryTable: roms.batteryTablePath } : options;
  return attachPlan(report, await plannedVm(context, hostId, vmId), addresses, chosen);
}

/** Whether Passdeck's own table goes with the card. */
export function needsBatteryTable({ quirks, batteryTable }: AttachOptions): boolean {
  return batteryTable === undefined && (quirks?.includes("mobile-gpu-battery") ?? false);
}

async function plannedDetach(context: Context, { hostId, vmId, addresses }: DetachRequest) {
  const report = await currentHostReport(context.services.fleet, hostId, context);
  return detachPlan(report, await plannedVm(context, hostId, vmId), addresses);
}

async function plannedVm({ services }: Context, hostId: string, vmId: string): Promise<PlannedVm> {
  const { summary } = services.fleet.vm(hostId, vmId);
  const { saved, live } = await new LiveDomain(services.fleet, hostId, vmId).describe();
  return { id: summary.id, name: summary.name, saved, live };
}
