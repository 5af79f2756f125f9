import { attachCard } from "../../domain/edit/attach-card";
import type { AttachOptions } from "../../domain/edit/attach-options.schema";
import { AppError } from "../../errors";
import { vfioDriver } from "../../pci/binding/binding-step";
import { cardsInWords, sentences } from "../../pci/binding/plan-words";
import { targetsOf } from "../../pci/binding/targets";
import type { JudgedDevice, JudgedReport } from "../../pci/schema";
import { deviceName } from "../../pci/start-check/device-name";
import type { Reason } from "../../pci/verdict.schema";
import type { Plan, PlannedStep } from "../../plan.schema";
import { withFingerprint } from "../../plan-fingerprint";
import { unifiedDiff } from "../../xml/unified-diff";
import { parseXml, serializeXml } from "../../xml/xml";
import type { AttachedFunction, AttachInput } from "./attach-input.schema";
import { laterWords } from "./attach-words";
import { hotPlug } from "./hot-plug";

/** A VM as a plan has to know it. */
export interface PlannedVm {
  id: string;
  name: string;
  /** Its saved definition, without passwords. */
  saved: string;
  /** The running machine's description; null of one that is off. */
  live: string | null;
}

/** A plan as it is shown, and what its job needs. */
export interface AttachPlan {
  plan: Plan;
  /** All but who asked for it. */
  input: Omit<AttachInput, "by">;
  /** The definition that the VM would have; null of a plan that is refused. */
  edited: string | null;
}

/**
 * Plans how a VM gets cards of the host: all functions of each, as one device of the guest. Into its definition, and
 * into the running machine where that can be. Pure.
 */
export function planAttach(
  report: JudgedReport,
  vm: PlannedVm,
  addresses: readonly string[],
  options: AttachOptions,
): AttachPlan {
  const { devices, missing } = targetsOf(report, addresses);
  const head = { kind: "attach", title: `Attach ${cardsInWords(devices, missing)} to ${vm.name}` };
  const functions = devices.map(attachedFunction);
  const input: Omit<AttachInput, "by"> = { vmId: vm.id, vmName: vm.name, functions, options, live: null };
  const edited = missing.length > 0 ? notThere(missing) : editedDefinition(vm.saved, functions, options);
  const refusal = "refusal" in edited ? edited.refusal : blocksOf(devices);
  if ("refusal" in edited || refusal !== null) {
    const plan = withFingerprint({ ...head, steps: [], warnings: [], refusal }, input);
    return { plan, input, edited: null };
  }
  const plug = vm.live === null ? null : hotPlug(vm.live, functions, options);
  const live = plug !== null && "xml" in plug ? plug.xml : null;
  const warnings = [
    ...(plug !== null && "why" in plug ? [laterWords(vm.name, "attach", plug.why)] : []),
    ...warningsOf(devices, vm.name),
  ];
  const steps = [defineStep(vm, edited.xml), ...(live === null ? [] : [plugStep(vm.name, live)])];
  const full = { ...input, live };
  const plan = withFingerprint({ ...head, steps, warnings, refusal: null }, full);
  return { plan, input: full, edited: edited.xml };
}

/** Cards that a VM is to get along with other things. */
export interface ChosenCards {
  functions: AttachedFunction[];
  /** Why no VM can have them, as sentences; null where one can. */
  refusal: string | null;
  /** What is to be known of them beforehand, a sentence each. */
  warnings: string[];
}

/** What a plan has to know of cards that are attached along with other things. Pure. */
export function chosenCards(report: JudgedReport, addresses: readonly string[], vmName: string): ChosenCards {
  const { devices, missing } = targetsOf(report, addresses);
  return {
    functions: devices.map(attachedFunction),
    refusal: missing.length > 0 ? notThere(missing).refusal : blocksOf(devices),
    warnings: warningsOf(devices, vmName),
  };
}

function notThere(missing: readonly string[]): { refusal: string } {
  return { refusal: `The host no longer has the device ${missing.join(", ")}. Check its devices again.` };
}

function editedDefinition(
  saved: string,
  functions: readonly AttachedFunction[],
  options: AttachOptions,
): { xml: string } | { refusal: string } {
  try {
    const document = parseXml(saved);
    attachCard(document, functions, options);
    return { xml: serializeXml(document) };
  } catch (error) {
    if (error instanceof AppError) return { refusal: error.userMessage };
    throw error;
  }
}

/** What keeps the cards from any VM. Another VM may have them, as long as only one of both runs. */
function blocksOf(devices: readonly JudgedDevice[]): string | null {
  const blocks = reasonsOf(devices, "block").filter(({ code }) => code !== "attached-elsewhere");
  return blocks.length === 0 ? null : unique(blocks.map(sentences)).join(" ");
}

function warningsOf(devices: readonly JudgedDevice[], vmName: string): string[] {
  const elsewhere = [...reasonsOf(devices, "block"), ...reasonsOf(devices, "note")].filter(
    ({ code }) => code === "attached-elsewhere",
  );
  const risks = reasonsOf(devices, "risk");
  const hosts = devices.filter(({ driver }) => driver !== vfioDriver);
  return unique([
    ...risks.map(sentences),
    ...elsewhere.map(sentences),
    ...(hosts.length === 0 ? [] : [notReserved(hosts, vmName)]),
  ]);
}

function notReserved(devices: readonly JudgedDevice[], vmName: string): string {
  const names = devices.map((device) => `${deviceName(device)} (${device.driver ?? "no driver"})`);
  return `Not reserved for VMs yet: ${names.join(", ")}. libvirt binds them to vfio-pci when ${vmName} starts. Reserve them first to make sure that this works.`;
}

function reasonsOf(devices: readonly JudgedDevice[], weight: Reason["weight"]): Reason[] {
  return devices.flatMap(({ verdict }) => verdict.reasons.filter((reason) => reason.weight === weight));
}

function defineStep(vm: PlannedVm, xml: string): PlannedStep {
  return {
    title: `Change the definition of ${vm.name}`,
    effect: unifiedDiff(vm.saved, xml),
    risk: null,
    undo: "What was added is removed.",
  };
}

function plugStep(vmName: string, xml: string): PlannedStep {
  return {
    title: `Hot-plug it into the running VM ${vmName}`,
    effect: `virsh attach-device ${vmName} DEVICE.xml --live, with\n${xml}`,
    risk: null,
    undo: `virsh detach-device ${vmName} DEVICE.xml --live`,
  };
}

/** What of a device is noted in the definition of a VM that gets it. */
export function attachedFunction(device: JudgedDevice): AttachedFunction {
  const { address, vendorId, deviceId, subsystem, serialNumber, product } = device;
  return { address, class: device.class, vendorId, deviceId, subsystem, serialNumber, label: product };
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
