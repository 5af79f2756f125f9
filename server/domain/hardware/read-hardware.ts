import type { Document } from "@xmldom/xmldom";
import { pciAddressText } from "../../units/pci-address.schema";
import { readPciAddress } from "../../units/pci-address-element";
import { digestOf } from "../../xml/digest";
import { elementXml } from "../../xml/element-xml";
import { childOf } from "../../xml/xml";
import { domainOf } from "../edit/domain-root";
import { type BootOrder, readBootOrder } from "./boot-order";
import type { Field, Values } from "./field.schema";
import { type Device, devicesOf } from "./find-device";
import { sectionsOf, threadsOf } from "./sections-of";
import { readValues } from "./values";

/** How a part stands to the running machine: null of a VM that is off, or where both are the same. */
export type Waiting = "added" | "changed" | "removed" | null;

export interface SectionView {
  id: string;
  values: Values;
  waiting: Waiting;
}

export interface DeviceView {
  key: string;
  /** A device kind's id; null of a sort without a form. */
  kind: string | null;
  /** What it is told from others by: "vda", "52:54:00:12:34:56"; null where there is nothing. */
  name: string | null;
  values: Values;
  /** To be named by who removes it. */
  digest: string;
  /** As it stands in the definition. */
  xml: string;
  /** Why it can't be removed; null where it can. */
  fixed: string | null;
  waiting: Waiting;
}

/** A VM's hardware as its forms show it: as it is saved, and how the running machine differs. */
export interface Hardware {
  running: boolean;
  threads: { vcpus: number; iothreads: number };
  sections: SectionView[];
  devices: DeviceView[];
  boot: BootOrder;
}

/** @param live The running machine's description; null of a VM that is off. */
export function readHardware(saved: Document, live: Document | null): Hardware {
  const running = new Map((live === null ? [] : devicesOf(live)).map((device) => [device.key, device]));
  const devices = devicesOf(saved);
  const keys = new Set(devices.map(({ key }) => key));
  const gone = [...running.values()].filter(
    ({ key, element }) => !keys.has(key) && isUnplugged(element.nodeName),
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
  };
}

/** libvirt gives a running machine controllers and the like that the definition doesn't name. */
function isUnplugged(element: string): boolean {
  return ["disk", "interface", "hostdev", "filesystem", "redirdev"].includes(element);
}

function readSections(saved: Document, live: Document | null): SectionView[] {
  return sectionsOf(saved).map(({ id, fields }) => {
    const values = readValues(domainOf(saved), fields);
    const now = live === null ? null : readValues(domainOf(live), fields);
    return { id, values, waiting: now !== null && differ(fields, values, now) ? "changed" : null };
  });
}

function waitingOf({ key, kind, element }: Device, running: Map<string, Device> | null): Waiting {
  if (running === null) return null;
  const now = running.get(key);
  if (now === undefined) return "added";
  if (kind === null) return null;
  return differ(kind.fields, readValues(element, kind.fields), readValues(now.element, kind.fields))
    ? "changed"
    : null;
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

function viewOf({ key, kind, element }: Device, waiting: Waiting): DeviceView {
  const values = kind === null ? {} : readValues(element, kind.fields);
  return {
    key,
    kind: kind?.id ?? null,
    name: nameOf({ key, kind, element }, values),
    values,
    digest: digestOf(element),
    xml: elementXml(element),
    fixed: fixedBecause({ key, kind, element }, values),
    waiting,
  };
}

function nameOf({ kind, element }: Device, values: Values): string | null {
  if (kind === null) return element.nodeName;
  if (kind.id !== "pci") return values[kind.name ?? ""] ?? null;
  const place = readPciAddress(childOf(element, "source", "address"));
  return place === null ? null : pciAddressText(place);
}

function fixedBecause({ kind }: Device, values: Values): string | null {
  if (kind?.id === "balloon")
    return "A machine has a balloon unless its model is “none”: choose that instead.";
  if (kind?.id === "input" && values.bus === "ps2") return "The machine itself has it.";
  if (kind?.id === "controller" && values.type === "pci") return "Other devices are behind it.";
  if (kind?.id === "pci") return "A card is detached as a whole, on the passthrough devices of the overview.";
  return null;
}
