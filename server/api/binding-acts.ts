import { AppError } from "../errors";
import type { BindingPlan } from "../pci/binding/binding-plan";
import { planReserve } from "../pci/binding/plan-reserve";
import { planReturn } from "../pci/binding/plan-return";
import type { JudgedReport } from "../pci/schema";
import type { Plan } from "../plan.schema";
import type { HostBindings } from "../work/binding/host-bindings";
import type { Context } from "./context";
import { currentHostReport } from "./current-host-report";

export interface BindingRequest {
  hostId: string;
  act: "reserve" | "return";
  /** PCI addresses of functions of the cards. */
  addresses: string[];
}

/** What would be done, judged for who asks. */
export async function planBinding(context: Context, request: BindingRequest): Promise<Plan> {
  return (await plannedNow(context, request)).plan;
}

/** Starts what was planned, if it would still be planned so. */
export async function runBinding(
  context: Context,
  request: BindingRequest & { fingerprint: string },
): Promise<{ jobId: string }> {
  const { plan, input, addresses } = await plannedNow(context, request);
  refuseChanged(plan, request.fingerprint);
  const { id } = context.services.jobs.start({
    kind: plan.kind,
    hostId: request.hostId,
    title: plan.title,
    subjects: addresses,
    startedBy: context.user?.name ?? "",
    steps: plan.steps,
    input,
  });
  return { jobId: id };
}

/**
 * @throws AppError "conflict" where the plan can't be carried out, or is another than the one that was agreed to.
 */
export function refuseChanged(plan: Plan, fingerprint: string): void {
  if (plan.refusal !== null) throw new AppError("conflict", { userMessage: plan.refusal });
  if (plan.fingerprint === fingerprint) return;
  throw new AppError("conflict", {
    userMessage: "Something on the host has changed since this plan was shown. Look at the plan again.",
  });
}

async function plannedNow(
  context: Context,
  { hostId, act, addresses }: BindingRequest,
): Promise<BindingPlan> {
  const { fleet, bindings } = context.services;
  const report = await currentHostReport(fleet, hostId, context);
  const way = bindings.wayOf(hostId);
  if ("way" in way) return planOf(report, bindings, { hostId, act, addresses }, way.way);
  const planned = planOf(report, bindings, { hostId, act, addresses }, "sysfs");
  const refusal = planned.plan.refusal ?? way.refusal;
  return { ...planned, plan: { ...planned.plan, steps: [], warnings: [], refusal } };
}

function planOf(
  report: JudgedReport,
  bindings: HostBindings,
  { hostId, act, addresses }: BindingRequest,
  way: "sysfs" | "libvirt",
): BindingPlan {
  return act === "reserve"
    ? planReserve(report, addresses, way)
    : planReturn(report, bindings.originalsOf(hostId).all(), addresses, way);
}
