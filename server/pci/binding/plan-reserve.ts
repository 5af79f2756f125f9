import type { JudgedDevice, JudgedReport } from "../schema";
import type { Reason } from "../verdict.schema";
import { type BindingPlan, finishedPlan, refusedPlan } from "./binding-plan";
import { type BindingStep, type BindingWay, vfioDriver } from "./binding-step";
import { boundDevice, cardsInWords, idsOf, sentences } from "./plan-words";
import { groupCompletedBy, targetsOf } from "./targets";

/**
 * Plans how cards go to vfio-pci, all functions of each. Refuses what the verdicts block; only devices of the same plan
 * do not block each other, so that a whole group can be reserved at once. Pure.
 * @param report With verdicts for who asks.
 * @param addresses Of functions of the cards.
 */
export function planReserve(
  report: JudgedReport,
  addresses: readonly string[],
  way: BindingWay,
): BindingPlan {
  const { devices, missing } = targetsOf(report, addresses);
  const head = { kind: "reserve", title: `Reserve ${cardsInWords(devices, missing)} for VMs` };
  const toBind = devices.filter(({ driver }) => driver !== vfioDriver);
  const refusal = refusalOf(devices, missing, toBind);
  if (refusal !== null) return refusedPlan(head, refusal, way);
  const warnings = [...new Set(devices.flatMap(risksOf).map(sentences))];
  return finishedPlan({ ...head, warnings }, stepsFor(toBind, way), report, way);
}

function refusalOf(
  devices: readonly JudgedDevice[],
  missing: readonly string[],
  toBind: readonly JudgedDevice[],
): string | null {
  if (missing.length > 0)
    return `The host no longer has the device ${missing.join(", ")}. Check its devices again.`;
  const addresses = new Set(devices.map(({ address }) => address));
  const blocks = devices.flatMap(({ verdict }) =>
    verdict.reasons.filter((reason) => reason.weight === "block" && !isSolvedBy(addresses, reason)),
  );
  if (blocks.length > 0) return [...new Set(blocks.map(sentences))].join(" ");
  return toBind.length === 0 ? `It is already bound to ${vfioDriver}. A VM can use it.` : null;
}

/** Devices that share a group with host devices do not block where the same plan reserves these, too. */
function isSolvedBy(planned: ReadonlySet<string>, { code, devices }: Reason): boolean {
  return code === "shared-group" && devices.every((address) => planned.has(address));
}

function risksOf({ verdict }: JudgedDevice): Reason[] {
  return verdict.reasons.filter(({ weight }) => weight === "risk");
}

function stepsFor(devices: readonly JudgedDevice[], way: BindingWay): BindingStep[] {
  return [
    ...(way === "sysfs" ? [{ act: "load-driver" as const }] : []),
    {
      act: "keep",
      devices: devices.map((device) => ({ ...boundDevice(device), device: idsOf(device) })),
    },
    ...devices.map((device) => ({
      act: "reserve" as const,
      device: boundDevice(device),
      completes: groupCompletedBy(device, devices),
    })),
  ];
}
