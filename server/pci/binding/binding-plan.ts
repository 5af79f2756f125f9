import type { Plan } from "../../plan.schema";
import { withFingerprint } from "../../plan-fingerprint";
import type { JudgedReport } from "../schema";
import type { BindingInput, BindingStep, BindingWay } from "./binding-step";
import { plannedStep } from "./planned-step";

/** A plan as it is shown, what its job needs, and the devices that it is about. */
export interface BindingPlan {
  plan: Plan;
  input: BindingInput;
  addresses: string[];
}

type Head = Pick<Plan, "kind" | "title">;

/** A plan that can't be carried out, and why. */
export function refusedPlan(head: Head, refusal: string, way: BindingWay): BindingPlan {
  return bindingPlan({ ...head, steps: [], warnings: [], refusal }, { way, steps: [] });
}

/** A plan of these steps, each put in words. */
export function finishedPlan(
  head: Head & Pick<Plan, "warnings">,
  steps: BindingStep[],
  report: JudgedReport,
  way: BindingWay,
): BindingPlan {
  const planned = steps.map((step) => plannedStep(step, report, way));
  return bindingPlan({ ...head, steps: planned, refusal: null }, { way, steps });
}

function bindingPlan(plan: Omit<Plan, "fingerprint">, input: BindingInput): BindingPlan {
  const addresses = input.steps.flatMap((step) => ("device" in step ? [step.device.address] : []));
  return { plan: withFingerprint(plan, input), input, addresses };
}
