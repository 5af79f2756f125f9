import * as z from "zod";
import { onDevices } from "../../access/objects-of";
import type { BindingPlan } from "../../pci/binding/binding-plan";
import { planReserve } from "../../pci/binding/plan-reserve";
import { planReturn } from "../../pci/binding/plan-return";
import type { JudgedReport } from "../../pci/schema";
import { agreement, definePlannedAct } from "../planned-act";
import { hostReference, pciAddresses } from "../references.schema";
import type { HostBindings } from "./host-bindings";

const input = hostReference.extend({ act: z.enum(["reserve", "return"]), addresses: pciAddresses });
type BindingRequest = z.output<typeof input>;

/** Reserves cards of the host for VMs, or returns them to the host. */
export const bindDevices = definePlannedAct({
  names: { plan: "passthrough.planBinding", run: "passthrough.runBinding" },
  title: "Reserve devices for VMs, or return them to the host",
  input,
  agreed: input.extend(agreement),
  objects: onDevices,
  async plan({ services: { bindings }, readReport }, request) {
    const planned = planBinding(await readReport(request.hostId), bindings, request);
    return {
      plan: planned.plan,
      jobInput: planned.input,
      inHand: onDevices({ ...request, addresses: planned.addresses }),
    };
  },
});

/** Plans it by whichever way the host's devices can be bound. */
export function planBinding(
  report: JudgedReport,
  bindings: HostBindings,
  request: BindingRequest,
): BindingPlan {
  const way = bindings.wayOf(request.hostId);
  if ("way" in way) return planOf(report, bindings, request, way.way);
  const planned = planOf(report, bindings, request, "sysfs");
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
