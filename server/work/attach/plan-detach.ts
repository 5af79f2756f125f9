import { detachCard } from "../../domain/edit/detach-card";
import { hostPciDevices } from "../../domain/host-devices/read-host-devices";
import { cardsInWords } from "../../pci/binding/plan-words";
import { targetsOf } from "../../pci/binding/targets";
import type { JudgedDevice, JudgedReport } from "../../pci/schema";
import type { Plan, PlannedStep } from "../../plan.schema";
import { withFingerprint } from "../../plan-fingerprint";
import { unifiedDiff } from "../../xml/unified-diff";
import { parseXml, serializeXml } from "../../xml/xml";
import { goneWords } from "../hardware/gone-words";
import type { DetachInput } from "./attach-input.schema";
import { laterWords } from "./attach-words";
import { type HotPlug, hotUnplug } from "./hot-plug";
import { hasNone } from "./live-domain";
import type { PlannedVm } from "./plan-attach";

export interface DetachPlan {
  plan: Plan;
  /** All but who asked for it. */
  input: Omit<DetachInput, "by">;
}

/**
 * Plans how cards are taken from a VM: out of the running machine where that can be, and out of its definition. Also
 * of devices that the host does not have any more. Pure.
 */
export function planDetach(report: JudgedReport, vm: PlannedVm, addresses: readonly string[]): DetachPlan {
  const { devices, missing } = targetsOf(report, addresses);
  const head = { kind: "detach", title: `Detach ${cardsInWords(devices, missing)} from ${vm.name}` };
  const document = parseXml(vm.saved);
  const wanted = [...missing, ...devices.map(({ address }) => address)];
  const attached = hostPciDevices(document).flatMap(({ address }) =>
    wanted.includes(address) ? address : [],
  );
  const input: Omit<DetachInput, "by"> = {
    vmId: vm.id,
    vmName: vm.name,
    addresses: attached,
    before: vm.saved,
    live: null,
  };
  if (attached.length === 0) {
    const refusal = `${vm.name} does not have ${addresses.join(", ")}.`;
    return { plan: withFingerprint({ ...head, steps: [], warnings: [], refusal }, input), input };
  }
  const gone = detachCard(document, attached);
  const unplug = unplugOf(vm, devices, attached);
  const live = unplug !== null && "xml" in unplug ? unplug.xml : null;
  const warnings = [
    ...(unplug !== null && "why" in unplug ? [laterWords(vm.name, "detach", unplug.why)] : []),
    ...goneWords(gone),
  ];
  const steps = [
    ...(live === null ? [] : [unplugStep(vm.name, live)]),
    defineStep(vm, serializeXml(document)),
  ];
  const full = { ...input, live };
  return { plan: withFingerprint({ ...head, steps, warnings, refusal: null }, full), input: full };
}

/** null: the machine is off, or has none of them. */
function unplugOf(
  vm: PlannedVm,
  devices: readonly JudgedDevice[],
  attached: readonly string[],
): HotPlug | null {
  if (vm.live === null || hasNone(vm.live, attached)) return null;
  const functions = devices.filter(({ address }) => attached.includes(address));
  return functions.length === attached.length
    ? hotUnplug(vm.live, functions)
    : { why: "the host no longer has the device" };
}

function unplugStep(vmName: string, xml: string): PlannedStep {
  return {
    title: `Unplug it from the running VM ${vmName}`,
    effect: `virsh detach-device ${vmName} DEVICE.xml --live, with\n${xml}`,
    risk: "The guest loses the device immediately; whatever uses it there is interrupted.",
    undo: `virsh attach-device ${vmName} DEVICE.xml --live`,
  };
}

function defineStep(vm: PlannedVm, xml: string): PlannedStep {
  return {
    title: `Change the definition of ${vm.name}`,
    effect: unifiedDiff(vm.saved, xml),
    risk: null,
    undo: "The previous definition is restored.",
  };
}
