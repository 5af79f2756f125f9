import type { JudgedDevice, JudgedReport } from "../schema";
import { type BindingPlan, finishedPlan, refusedPlan } from "./binding-plan";
import { type BindingStep, type BindingWay, type OriginalBinding, vfioDriver } from "./binding-step";
import { boundDevice, cardsInWords, idsOf, sentences } from "./plan-words";
import { targetsOf } from "./targets";

/**
 * Plans how cards go back to the drivers that they had. Refuses while a VM has a device of the same IOMMU groups, since
 * the kernel would wait for that VM, or worse. Pure.
 * @param kept How the host's devices were bound before they were reserved for VMs.
 * @param addresses Of functions of the cards.
 */
export function planReturn(
  report: JudgedReport,
  kept: readonly OriginalBinding[],
  addresses: readonly string[],
  way: BindingWay,
): BindingPlan {
  const { devices, missing } = targetsOf(report, addresses);
  const head = { kind: "return", title: `Return ${cardsInWords(devices, missing)} to the host` };
  const originals = originalsOf(devices, kept);
  const toReturn = devices.filter((device) => isAway(device, originals.get(device.address)));
  const refusal = refusalOf(report, devices, missing, toReturn);
  if (refusal !== null) return refusedPlan(head, refusal, way);
  const warnings = [...new Set(devices.flatMap(namedByVms))];
  return finishedPlan({ ...head, warnings }, stepsFor(toReturn, originals), report, way);
}

/** What is on record of these devices. A record of what stood at the address before another card does not count. */
function originalsOf(
  devices: readonly JudgedDevice[],
  kept: readonly OriginalBinding[],
): Map<string, OriginalBinding> {
  return new Map(
    devices.flatMap((device): [string, OriginalBinding][] => {
      const found = kept.find((one) => one.address === device.address && one.device === idsOf(device));
      return found === undefined ? [] : [[device.address, found]];
    }),
  );
}

/** With vfio-pci, or left without a driver half-way. */
function isAway({ driver }: JudgedDevice, original: OriginalBinding | undefined): boolean {
  return driver === vfioDriver || (driver === null && original != null && original.driver !== null);
}

function refusalOf(
  report: JudgedReport,
  devices: readonly JudgedDevice[],
  missing: readonly string[],
  toReturn: readonly JudgedDevice[],
): string | null {
  if (missing.length > 0)
    return `The host no longer has the device ${missing.join(", ")}. Check its devices again.`;
  const inUse = [...new Set(groupMembers(report, devices).flatMap(usesByVms))];
  if (inUse.length > 0) return inUse.join(" ");
  return toReturn.length === 0 ? "It is already returned to the host." : null;
}

function groupMembers(report: JudgedReport, devices: readonly JudgedDevice[]): JudgedDevice[] {
  const groups = new Set(devices.map(({ iommuGroup }) => iommuGroup));
  return report.devices.filter(
    (device) => devices.includes(device) || (device.iommuGroup !== null && groups.has(device.iommuGroup)),
  );
}

/** Running VMs, and programs that hold the device by vfio-pci: it is not released before they end. */
function usesByVms(device: JudgedDevice): string[] {
  const byVm = device.verdict.reasons.filter(
    ({ code, weight }) => code === "attached-elsewhere" && weight === "block",
  );
  const { name } = boundDevice(device);
  const held = device.driver === vfioDriver && byVm.length === 0;
  const programs = held ? device.usedBy.filter(({ kind }) => kind === "process" || kind === "vm") : [];
  return [
    ...byVm.map(sentences),
    ...programs.map(({ detail }) => `${name} is in use: ${detail}. Stop that first.`),
  ];
}

function namedByVms({ verdict }: JudgedDevice): string[] {
  return verdict.reasons
    .filter(({ code, weight }) => code === "attached-elsewhere" && weight === "note")
    .map(({ message }) => message);
}

function stepsFor(
  devices: readonly JudgedDevice[],
  originals: ReadonlyMap<string, OriginalBinding>,
): BindingStep[] {
  const known = devices.flatMap(({ address }) => originals.get(address) ?? []);
  const forget: BindingStep[] = known.length === 0 ? [] : [{ act: "forget", originals: known }];
  return [
    ...devices.map((device): BindingStep => {
      const found = originals.get(device.address);
      const original = found ? { driver: found.driver, driverOverride: found.driverOverride } : null;
      return { act: "return", device: boundDevice(device), original };
    }),
    ...forget,
  ];
}
