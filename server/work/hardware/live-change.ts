import type { PlannedEdit } from "../../create/desktop/desktop.schema";
import type { Patterns } from "../../domain/changes/grammar/read-grammar";
import { changeDevice } from "../../domain/devices/change-device";
import type { DeviceKind } from "../../domain/devices/device-kind.schema";
import { editsOf } from "../../domain/devices/edits-of";
import { type Device, devicesOf, findDevice, valuesOf } from "../../domain/devices/find-device";
import type { Field, Values } from "../../domain/fields/field.schema";
import { readHardware } from "../../domain/hardware/read-hardware";
import { sectionsOf } from "../../domain/hardware/sections-of";
import { readCpuSet } from "../../units/cpu-set.schema";
import { digestOf } from "../../xml/digest";
import { elementXml } from "../../xml/element-xml";
import { attributeOf, childOf, parseXml } from "../../xml/xml";
import type { LiveChange, LivePin } from "./hardware-input.schema";

type Document = ReturnType<typeof parseXml>;

/** What is to be done to the running machine, or why it has to wait for its next start. */
export type LivePlan = { change: LiveChange } | { why: string };

export interface LiveFacts {
  /** The saved definition before and after the edit. */
  saved: Document;
  edited: Document;
  /** The running machine's description, as text. */
  live: string;
  /** How many CPUs the host has. */
  hostCpus: number;
  /** What libvirt's schema allows beside which choice; null where that is not known. */
  patterns: Patterns | null;
}

/** How an edit reaches a machine that runs; null where that follows by itself. Pure. */
export function liveChange(edit: PlannedEdit, facts: LiveFacts): LivePlan | null {
  switch (edit.act) {
    // Once it is in the definition, `UsbPorts` plugs and unplugs.
    case "usb-ports":
      return null;
    case "add":
      return liveAdd(edit.kind, facts);
    case "remove":
      return liveRemove(edit.key, facts);
    case "named-devices":
      return { why: "named devices are given at the start only" };
    case "boot":
      return { why: "a boot order counts at the start only" };
    case "change":
      return liveEdit(edit, facts);
    case "remove-looking-glass":
    case "desktop":
      return { why: "displays, memory and GPUs are set up at the start only" };
  }
}

function liveAdd(kind: DeviceKind, { saved, edited, live }: LiveFacts): LivePlan {
  const known = new Set(devicesOf(saved).map(({ key }) => key));
  const device = devicesOf(edited).find(({ key, form }) => !known.has(key) && form?.id === kind);
  if (device?.form == null) return { why: "it was not found in the definition" };
  const why =
    device.form.hot(valuesOf(device)) ?? editsOf(kind).missing?.(parseXml(live), device.element) ?? null;
  if (why !== null) return { why };
  return { change: { act: "attach", xml: elementXml(device.element), key: device.key } };
}

function liveRemove(key: string, { saved, live }: LiveFacts): LivePlan {
  const device = findDevice(saved, key);
  const running = partnerOf(key, { saved, live: parseXml(live) });
  if (device === undefined || running === null) return { why: "the running machine has another one" };
  const why = device.form === null ? "this kind can't be unplugged" : device.form.hot(valuesOf(running));
  if (why !== null) return { why };
  const alias = attributeOf(childOf(running.element, "alias"), "name");
  if (alias === null) return { why: "libvirt has no name for it" };
  return { change: { act: "detach", xml: elementXml(running.element), alias } };
}

function liveEdit(edit: Extract<PlannedEdit, { act: "change" }>, facts: LiveFacts): LivePlan {
  const section = sectionsOf(facts.saved).find(({ id }) => id === edit.key);
  const fields = section?.fields ?? findDevice(facts.saved, edit.key)?.form?.fields ?? [];
  const fixed = fields.find(({ name, live }) => name in edit.to && live !== true);
  if (fixed !== undefined) return { why: `“${fixed.label}” can't be changed while it runs` };
  switch (section?.id) {
    case undefined:
      return liveUpdate(edit.key, edit.to, facts);
    case "cpu":
      return liveVcpus(facts);
    case "memory":
      return liveMemory(facts);
    case "pinning":
      return { change: { act: "pins", pins: pinsOf(fields, edit, facts.hostCpus) } };
    default:
      return { why: "it can't be changed while it runs" };
  }
}

function liveUpdate(key: string, to: Values, { saved, live, patterns }: LiveFacts): LivePlan {
  const document = parseXml(live);
  const running = partnerOf(key, { saved, live: document });
  if (running === null) return { why: "the running machine has another one" };
  const before = elementXml(running.element);
  changeDevice(document, running, { now: valuesOf(running), to }, patterns);
  return { change: { act: "update", xml: elementXml(running.element), before } };
}

function liveVcpus({ edited, live }: LiveFacts): LivePlan {
  const counts = (document: Document) => {
    const { vcpus, current } = sectionValues(document, "cpu");
    return { most: Number(vcpus ?? 1), now: Number(current ?? vcpus ?? 1) };
  };
  const [wanted, running] = [counts(edited), counts(parseXml(live))];
  if (wanted.now > running.most) return { why: `it was started with room for ${running.most} vCPUs` };
  return { change: { act: "vcpus", count: wanted.now, before: running.now } };
}

const kibibyte = 1024;

function liveMemory({ edited, live }: LiveFacts): LivePlan {
  const sizes = (document: Document) => {
    const { memory, current } = sectionValues(document, "memory");
    return { most: Number(memory), now: Number(current ?? memory) / kibibyte };
  };
  const [wanted, running] = [sizes(edited), sizes(parseXml(live))];
  const balloon = devicesOf(parseXml(live)).find(({ form }) => form?.id === "balloon");
  if (balloon === undefined || valuesOf(balloon).model === "none") return { why: "it has no balloon" };
  if (wanted.now * kibibyte > running.most) return { why: "it was started with less memory" };
  return { change: { act: "memory", kibibytes: wanted.now, before: running.now } };
}

function sectionValues(document: Document, id: string): Values {
  return readHardware(document, null).sections.find((section) => section.id === id)?.values ?? {};
}

function pinsOf(
  fields: readonly Field[],
  { from, to }: { from: Values; to: Values },
  hostCpus: number,
): LivePin[] {
  const all = Array.from({ length: hostCpus }, (_, cpu) => cpu);
  const cpusOf = (text: string | null | undefined) => (text == null ? null : readCpuSet(text)) ?? all;
  return fields.flatMap(({ name }): LivePin[] => {
    if (!(name in to)) return [];
    const [of = "", number = "0"] = name.split("-");
    if (of !== "vcpu" && of !== "emulator" && of !== "iothread") return [];
    return [{ of, number: Number(number), cpus: cpusOf(to[name]), before: cpusOf(from[name]) }];
  });
}

/** The running machine's device of that key; null where it has none, or one of another making. */
function partnerOf(key: string, { saved, live }: { saved: Document; live: Document }): Device | null {
  const [device, running] = [findDevice(saved, key), findDevice(live, key)];
  if (device === undefined || running === undefined || running.form?.id !== device.form?.id) return null;
  const same = digestOf(device.element) === digestOf(running.element) || isSame(device, running);
  return same ? running : null;
}

/** Alike in all that the definition says. */
function isSame(device: Device, running: Device): boolean {
  const [saved, live] = [valuesOf(device), valuesOf(running)];
  return (
    device.form?.unique !== undefined ||
    Object.entries(saved).every(([name, value]) => value === null || live[name] === value)
  );
}
