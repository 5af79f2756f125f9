import type { Document, Element } from "@xmldom/xmldom";
import { AppError } from "../../errors";
import { digestOf } from "../../xml/digest";
import { removeElement } from "../../xml/white-space";
import type { Patterns } from "../changes/grammar/read-grammar";
import { addDevice } from "../devices/add-device";
import { changeDevice } from "../devices/change-device";
import { deviceForm, deviceForms } from "../devices/device-forms.schema";
import type { DeviceKind } from "../devices/device-kind.schema";
import { editsOf } from "../devices/edits-of";
import { type Device, devicesOf, findDevice } from "../devices/find-device";
import { domainOf } from "../edit/domain-root";
import { hostDeviceNumbers, renumberAliases } from "../edit/positional-aliases";
import { settled } from "../fields/conditions.schema";
import type { Field, Values } from "../fields/field.schema";
import { readValues } from "../fields/values";
import { readLookingGlass, removeLookingGlass } from "../looking-glass/looking-glass";
import { readNamedDevices, writeNamedDevices } from "../named-devices";
import { readUsbPorts, writeUsbPorts } from "../usb-ports";
import { readBootOrder, writeBootOrder } from "./boot-order";
import { changeMachine } from "./change-machine";
import type { HardwareEdit } from "./hardware-edit.schema";
import { refuseStale, refuseWrong } from "./refusals";
import type { Section } from "./section.schema";
import { sectionsOf } from "./sections-of";

/**
 * Carries an edit out on a definition; what it does not name stays as it is, but for what belongs to a choice that is
 * made otherwise, or to a device that goes.
 * @param patterns What libvirt's schema allows beside which choice; null where that is not known.
 * @returns what goes along, in words.
 * @throws AppError "bad-input" for values that can't be, "not-found" where the device is gone, "conflict" where somebody
 * else changed the same meanwhile: the message has both.
 */
export function applyEdit(
  document: Document,
  edit: HardwareEdit,
  patterns: Patterns | null = null,
): readonly string[] {
  switch (edit.act) {
    case "add":
      applyAdd(document, edit);
      return [];
    case "change":
      return applyChange(document, edit, patterns);
    case "remove":
      return removeDevice(document, wantedDevice(document, edit));
    case "boot":
      applyBoot(document, edit);
      return [];
    case "remove-looking-glass":
      removeLookingGlass(document);
      return [];
    case "usb-ports":
      applyUsbPorts(document, edit);
      return [];
    case "named-devices":
      applyNamedDevices(document, edit);
      return [];
  }
}

/** Whether a definition is already as the edit wants it. */
export function isApplied(document: Document, edit: HardwareEdit): boolean {
  switch (edit.act) {
    case "add":
      return hasDevice(document, edit.kind, edit.values);
    case "change":
      return isChanged(document, edit);
    case "remove": {
      const device = findDevice(document, edit.key);
      return device === undefined || digestOf(device.element) !== edit.digest;
    }
    case "usb-ports":
      return isSameSet(readUsbPorts(document), edit.to);
    case "named-devices":
      return isSameBag(namesIn(document), edit.to);
    case "boot":
      return readBootOrder(document).order.join("\n") === edit.to.join("\n");
    case "remove-looking-glass":
      return readLookingGlass(document) === null;
  }
}

/** With another mark (a disk on another bus, a card with another MAC address) a device has another key. */
function isChanged(document: Document, { key, to }: Extract<HardwareEdit, { act: "change" }>): boolean {
  const target = targetOf(document, key);
  if (target !== undefined) return says(target, to);
  const form = deviceForms.find(({ id }) => key.startsWith(`${id}:`));
  const isRenamed = form?.unique?.by.some((name) => name in to) ?? false;
  return form !== undefined && isRenamed && hasDevice(document, form.id, to);
}

/** What a change is made to: a device, or the machine itself in one of its parts. */
interface Target {
  element: Element;
  fields: readonly Field[];
  device: Device | null;
  section: Section | null;
}

export function targetOf(document: Document, key: string): Target | undefined {
  const section = sectionsOf(document).find(({ id }) => id === key);
  if (section !== undefined)
    return { element: domainOf(document), fields: section.fields, device: null, section };
  const device = findDevice(document, key);
  if (device?.form == null) return undefined;
  return { element: device.element, fields: device.form.fields, device, section: null };
}

function applyAdd(document: Document, { kind, values, newVolume }: Extract<HardwareEdit, { act: "add" }>) {
  const form = deviceForm(kind);
  if (form.fresh === undefined || (newVolume !== null && form.ofNewVolume === undefined)) {
    const what = newVolume === null ? "" : " with a new volume";
    throw new AppError("bad-input", { userMessage: `A device “${form.title}” can't be added here${what}.` });
  }
  refuseWrong(form.fields, values, { all: values, check: form.check });
  addDevice(document, form, values);
}

function applyChange(
  document: Document,
  { key, from, to }: Extract<HardwareEdit, { act: "change" }>,
  patterns: Patterns | null,
): readonly string[] {
  const target = targetOf(document, key);
  if (target === undefined) throw gone(key);
  const { element, fields, device, section } = target;
  const now = readValues(element, fields);
  refuseStale(fields, { now, from, to });
  const { values } = settled(fields, { now, to });
  refuseWrong(fields, to, { all: values, check: device?.form?.check ?? section?.check });
  return device === null
    ? changeMachine(document, fields, { now, to }, patterns)
    : changeDevice(document, device, { now, to }, patterns);
}

function applyBoot(document: Document, { from, to }: Extract<HardwareEdit, { act: "boot" }>) {
  const now = readBootOrder(document);
  if (now.order.join("\n") !== from.join("\n")) {
    throw new AppError("conflict", {
      userMessage: "Somebody else changed the boot order meanwhile. Look at it again.",
    });
  }
  const known = [...now.order, ...now.others];
  const missing = to.find((key) => !known.includes(key));
  if (missing !== undefined) throw gone(missing);
  if (new Set(to).size < to.length)
    throw new AppError("bad-input", { userMessage: "A device stands twice in the boot order." });
  writeBootOrder(document, to);
}

function applyUsbPorts(document: Document, { from, to }: Extract<HardwareEdit, { act: "usb-ports" }>) {
  if (!isSameSet(readUsbPorts(document), from)) {
    throw new AppError("conflict", {
      userMessage: "Somebody else changed the VM's USB ports meanwhile. Look at them again.",
    });
  }
  writeUsbPorts(document, to);
}

function applyNamedDevices(
  document: Document,
  { from, to }: Extract<HardwareEdit, { act: "named-devices" }>,
) {
  if (!isSameBag(namesIn(document), from)) {
    throw new AppError("conflict", {
      userMessage: "Somebody else changed the VM's named devices meanwhile. Look at them again.",
    });
  }
  writeNamedDevices(document, to);
}

function namesIn(document: Document): string[] {
  return readNamedDevices(document).map(({ name }) => name);
}

function isSameSet(one: readonly string[], other: readonly string[]): boolean {
  return isSameBag([...new Set(one)], [...new Set(other)]);
}

/** What stands there twice counts twice. */
function isSameBag(one: readonly string[], other: readonly string[]): boolean {
  return one.toSorted().join("\n") === other.toSorted().join("\n");
}

function removeDevice(document: Document, { form, element }: Device): readonly string[] {
  const numbers = hostDeviceNumbers(document);
  removeElement(element);
  const renumbered = renumberAliases(document, numbers, element);
  return [...renumbered, ...(form === null ? [] : (editsOf(form.id).removed?.(document, element) ?? []))];
}

function wantedDevice(document: Document, { key, digest }: { key: string; digest: string }): Device {
  const device = findDevice(document, key);
  if (device === undefined) throw gone(key);
  if (digestOf(device.element) === digest) return device;
  throw new AppError("conflict", {
    userMessage: `Somebody else changed the device ${key} meanwhile. Look at it again before you remove it.`,
  });
}

function gone(key: string): AppError {
  return new AppError("not-found", {
    userMessage: `The VM has no device ${key} any more. Look at its hardware again.`,
  });
}

function hasDevice(document: Document, kind: DeviceKind, values: Values): boolean {
  const fields = deviceForm(kind).fields.filter(({ fixed }) => !fixed);
  const wanted = Object.fromEntries(fields.map(({ name }) => [name, values[name] ?? null]));
  return devicesOf(document).some(
    ({ form, element }) => form?.id === kind && says({ element, fields }, set(wanted)),
  );
}

/** What libvirt adds to a new device by itself (a MAC address, a model) is no difference. */
function set(values: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
}

function says({ element, fields }: Pick<Target, "element" | "fields">, values: Values): boolean {
  const now = readValues(element, fields);
  return Object.entries(values).every(([name, value]) => now[name] === value);
}
