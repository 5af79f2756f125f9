import type { PlannedEdit } from "../../create/desktop/desktop.schema";
import type { Patterns } from "../../domain/changes/grammar/read-grammar";
import type { DeviceForm } from "../../domain/devices/device-form.schema";
import { deviceForm } from "../../domain/devices/device-forms.schema";
import { targetOf } from "../../domain/hardware/apply-edit";
import { handedDevices } from "../../domain/host-devices/read-host-devices";
import type { Plan, PlannedStep } from "../../plan.schema";
import { withFingerprint } from "../../plan-fingerprint";
import { unifiedDiff } from "../../xml/unified-diff";
import { parseXml, serializeXml } from "../../xml/xml";
import { editWords } from "./edit-words";
import { editedText } from "./edited-text";
import { goneWords } from "./gone-words";
import type { HardwareInput, LiveChange } from "./hardware-input.schema";
import { type Holder, heldElsewhere } from "./held-elsewhere";
import { liveChange } from "./live-change";
import { liveWords } from "./live-words";

type Document = ReturnType<typeof parseXml>;

/** A VM as a plan of its hardware has to know it. */
export interface HardwareVm {
  id: string;
  name: string;
  /** Its saved definition, without passwords. */
  saved: string;
  /** The running machine's description; null of one that is off. */
  live: string | null;
  /** How many CPUs its host has. */
  hostCpus: number;
  /** The other VMs of its host. */
  others: readonly Holder[];
}

export interface HardwareRequest {
  edit: PlannedEdit;
  /** Whether the running machine is to be changed as well, where it can be. */
  alsoLive: boolean;
  /** The user's name. */
  by: string;
}

/**
 * Plans a change of a VM's hardware: of its definition, and of the machine that runs where that can be. Pure.
 * @param addedReach What the VM would reach of its host by it, a sentence each.
 * @param patterns What libvirt's schema allows beside which choice; null where that is not known.
 */
export function planHardware(
  vm: HardwareVm,
  { edit, alsoLive, by }: HardwareRequest,
  addedReach: readonly string[],
  patterns: Patterns | null,
): { plan: Plan; input: HardwareInput } {
  const what = editWords(parseXml(vm.saved), edit);
  const head = { kind: "hardware", title: `${what} (${vm.name})` };
  const volume = edit.act === "add" ? edit.newVolume : null;
  const input: HardwareInput = {
    vmId: vm.id,
    vmName: vm.name,
    by,
    what,
    edit,
    before: vm.saved,
    newVolume: volume === null ? null : { ...volume, copyOf: null },
    live: null,
  };
  const edited = editedText(vm.saved, edit, patterns);
  if ("refusal" in edited) {
    return {
      plan: withFingerprint({ ...head, steps: [], warnings: [], refusal: edited.refusal }, input),
      input,
    };
  }
  const reach = reachOf(vm, edit, { edited: edited.xml, patterns });
  const live = alsoLive && reach !== null && "change" in reach ? reach.change : null;
  const full = { ...input, live };
  const plan = {
    ...head,
    steps: stepsOf(vm, edited.xml, full),
    warnings: [
      ...goneWords(edited.gone),
      ...warningsOf(vm, edit, { reach, alsoLive }),
      ...addedReach,
      ...heldElsewhere(handedIn(vm.saved), handedIn(edited.xml), vm.others),
    ],
    refusal: null,
  };
  return { plan: withFingerprint(plan, full), input: full };
}

function handedIn(xml: string) {
  return handedDevices(parseXml(xml));
}

type Reach = { change: LiveChange } | { why: string } | null;

function reachOf(
  { saved, live, hostCpus }: HardwareVm,
  edit: PlannedEdit,
  { edited, patterns }: { edited: string; patterns: Patterns | null },
): Reach {
  if (live === null) return null;
  return liveChange(edit, { saved: parseXml(saved), edited: parseXml(edited), live, hostCpus, patterns });
}

/** The order in which `hardwareKind` has its steps. */
function stepsOf(vm: HardwareVm, edited: string, { newVolume, live, edit }: HardwareInput): PlannedStep[] {
  const unplugFirst = live?.act === "detach";
  const liveStep = live === null ? [] : [{ ...liveWords(vm.name, live) }];
  const make: PlannedStep[] =
    newVolume === null
      ? []
      : [
          {
            title: `Make the volume ${newVolume.volume} in the pool ${newVolume.pool}`,
            effect: `virsh vol-create-as ${newVolume.pool} ${newVolume.volume} ${newVolume.bytes} --format ${newVolume.format}`,
            risk: null,
            undo: `virsh vol-delete --pool ${newVolume.pool} ${newVolume.volume}`,
          },
        ];
  const define: PlannedStep = {
    title: `Change the definition of ${vm.name}`,
    effect: unifiedDiff(serializeXml(parseXml(vm.saved)), edited),
    risk: riskOf(parseXml(vm.saved), edit),
    undo: "The definition is put back as it was.",
  };
  return [...make, ...(unplugFirst ? liveStep : []), define, ...(unplugFirst ? [] : liveStep)];
}

/** What the guest's system may not take well. */
function riskOf(saved: Document, edit: PlannedEdit): string | null {
  if (edit.act !== "change") return null;
  const target = targetOf(saved, edit.key);
  return target?.device?.form?.risk?.(edit.to) ?? target?.section?.risk?.(edit.to) ?? null;
}

function warningsOf(
  vm: HardwareVm,
  edit: PlannedEdit,
  { reach, alsoLive }: { reach: Reach; alsoLive: boolean },
): string[] {
  const warnings: string[] = [];
  if (reach !== null && "why" in reach)
    warnings.push(`${vm.name} is on and gets it at its next start, because ${reach.why}.`);
  if (reach !== null && "change" in reach && !alsoLive)
    warnings.push(`${vm.name} is on and gets it at its next start, as you chose.`);
  if (edit.act === "add") warnings.push(...atMost(deviceForm(edit.kind)));
  if (edit.act === "usb-ports" && edit.to.length > 0) warnings.push(followed(vm.name));
  if (edit.act === "named-devices" && edit.to.length > 0) warnings.push(givenByPassdeck(vm.name));
  return warnings;
}

function givenByPassdeck(vmName: string): string {
  return `Passdeck gives the cards when it starts ${vmName}. By virsh start, and where libvirt starts it with the host, it starts without them.`;
}

function followed(vmName: string): string {
  return `While ${vmName} runs, Passdeck plugs in whatever is in its ports, and takes out what is pulled: Passdeck has to be running for that, and ${vmName} can’t boot from such a device.`;
}

function atMost({ most, title }: DeviceForm): string[] {
  return most === undefined ? [] : [`A VM has at most ${most} of these: ${title}.`];
}
