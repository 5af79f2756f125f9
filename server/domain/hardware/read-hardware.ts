import type { Document, Element } from "@xmldom/xmldom";
import { slotOf } from "../../units/pci-address.schema";
import { digestOf } from "../../xml/digest";
import { elementXml } from "../../xml/element-xml";
import { attributeOf, childOf } from "../../xml/xml";
import { deviceForms } from "../devices/device-forms.schema";
import { type Device, devicesOf, nameOf, valuesOf } from "../devices/find-device";
import { domainOf } from "../edit/domain-root";
import type { Field, Values } from "../fields/field.schema";
import { readValues } from "../fields/values";
import { hostDeviceProblem, hostPciDevices } from "../host-devices/read-host-devices";
import { readLookingGlass } from "../looking-glass/looking-glass";
import { readNamedDevices } from "../named-devices";
import { portOfAlias, readUsbPorts } from "../usb-ports";
import { readBootOrder } from "./boot-order";
import type { DeviceView, Hardware, SectionView, Waiting } from "./hardware.schema";
import { sectionsOf, threadsOf } from "./sections-of";

/**
 * A VM's hardware, as its forms show it.
 * @param live The running machine's description; null of a VM that is off.
 */
export function readHardware(saved: Document, live: Document | null): Hardware {
  const running = new Map((live === null ? [] : devicesOf(live)).map((device) => [device.key, device]));
  const devices = devicesOf(saved);
  const keys = new Set(devices.map(({ key }) => key));
  const ported = new Set([...running.values()].flatMap((device) => portOfDevice(device) ?? []));
  const given = givenTo(live);
  const gone = [...running.values()].filter(
    (device) =>
      !keys.has(device.key) &&
      isOnlyAsked(device) &&
      portOfDevice(device) === null &&
      !given.has(device.element),
  );
  return {
    running: live !== null,
    threads: threadsOf(saved),
    sections: readSections(saved, live),
    devices: [
      ...devices.map((device) => viewOf(device, waitingOf(device, live === null ? null : running))),
      ...gone.map((device) => viewOf(device, "removed")),
    ],
    boot: readBootOrder(saved),
    lookingGlass: readLookingGlass(saved),
    namedDevices: namedDevices(saved, live),
    usbPorts: readUsbPorts(saved).map((port) => ({ port, plugged: ported.has(port), problem: null })),
  };
}

/** The names that are asked for, each with the card that the running machine has by it. */
function namedDevices(saved: Document, live: Document | null): Hardware["namedDevices"] {
  const given = live === null ? [] : readNamedDevices(live).filter(({ address }) => address !== null);
  return readNamedDevices(saved).map(({ name }) => {
    const place = given.findIndex((one) => one.name === name);
    return { name, address: place < 0 ? null : (given.splice(place, 1)[0]?.address ?? null) };
  });
}

/** Devices of a running machine that it has by name alone: all functions of these cards. */
function givenTo(live: Document | null): ReadonlySet<Element> {
  if (live === null) return new Set();
  const slots = new Set(
    readNamedDevices(live).flatMap(({ address }) => (address === null ? [] : slotOf(address))),
  );
  const devices = hostPciDevices(live).filter(({ address }) => slots.has(slotOf(address)));
  return new Set(devices.map(({ element }) => element));
}

/** The port that a device of a running machine came from; null of one that stands in the definition. */
function portOfDevice({ element }: Device): string | null {
  return portOfAlias(attributeOf(childOf(element, "alias"), "name"));
}

/** libvirt gives a running machine controllers and the like that the definition doesn't name. */
function isOnlyAsked({ form, element }: Device): boolean {
  if (form !== null) return form.onlyAsked === true;
  return deviceForms.some((known) => known.onlyAsked && known.element === element.nodeName);
}

function readSections(saved: Document, live: Document | null): SectionView[] {
  return sectionsOf(saved).map(({ id, fields }) => {
    const values = readValues(domainOf(saved), fields);
    const now = live === null ? null : readValues(domainOf(live), fields);
    return { id, values, waiting: now !== null && differ(fields, values, now) ? "changed" : null };
  });
}

function waitingOf(device: Device, running: Map<string, Device> | null): Waiting {
  if (running === null) return null;
  const now = running.get(device.key);
  if (now === undefined) return "added";
  if (device.form === null) return null;
  return differ(device.form.fields, valuesOf(device), valuesOf(now)) ? "changed" : null;
}

/** Whether the running machine says otherwise. What the definition leaves open it may say as it likes. */
function differ(fields: readonly Field[], saved: Values, live: Values): boolean {
  return fields.some(({ name, differs }) => {
    const value = saved[name] ?? null;
    if (differs || modelIsLibvirts(name, saved)) return false;
    return value === null ? false : live[name] !== value;
  });
}

/** "host-model" becomes a named model, with its features, in a running machine. */
function modelIsLibvirts(name: string, saved: Values): boolean {
  return saved.mode === "host-model" && (name === "mode" || name === "model");
}

function viewOf(device: Device, waiting: Waiting): DeviceView {
  const { key, form, element } = device;
  const values = valuesOf(device);
  return {
    key,
    kind: form?.id ?? null,
    name: form === null ? element.nodeName : nameOf(form, values),
    values,
    digest: digestOf(element),
    xml: elementXml(element),
    problem: problemOf(element),
    fixed: form?.fixed?.(values) ?? null,
    waiting,
  };
}

function problemOf(element: Element): string | null {
  const problem = hostDeviceProblem(element);
  return problem === null
    ? null
    : `What it hands to the VM of the host can't be read: ${problem}. Look at its XML.`;
}
