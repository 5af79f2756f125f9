import { createHash } from "node:crypto";
import type { Document, Element } from "@xmldom/xmldom";
import { buildElement } from "../../xml/build-element";
import { insertElement } from "../../xml/white-space";
import { attributeOf, childOf, textOf } from "../../xml/xml";
import { ensureContainer } from "../edit/containers";
import { domainOf } from "../edit/domain-root";
import { deviceElements } from "../edit/host-devices";
import type { DeviceKind } from "./device-kind.schema";
import { ensureScsi, freeTarget } from "./disk-target";
import { applies, type Values } from "./field.schema";
import { placeOf } from "./place";
import { putValue, writeValues } from "./values";

/** Adds a device behind the last of its kind, with what it cannot do without. The same document gives the same device. */
export function addDevice(document: Document, kind: DeviceKind, values: Values): Element {
  const element = buildElement(document, { name: kind.element });
  for (const [at, value] of Object.entries(kind.skeleton ?? {})) putValue(element, placeOf(at), value);
  const fitting = kind.fields.filter((field) => applies(field, values));
  writeValues(element, fitting, values);
  complete[kind.id]?.(document, element, values);
  const last = deviceElements(document).findLast(({ nodeName }) => nodeName === kind.element);
  insertElement(ensureContainer(document, "devices"), element, last);
  return element;
}

type Complete = (document: Document, element: Element, values: Values) => void;

/** What no form asks for and a new device needs. */
const complete: Readonly<Record<string, Complete>> = {
  disk: nameDisk,
  drive: nameDisk,
  network: nameCard,
  controller: (document, element, values) => element.setAttribute("index", freeIndex(document, values.type)),
  audio: (document, element) => element.setAttribute("id", freeAudioId(document)),
  iommu: (document, _element, values) => {
    // Interrupts are remapped only where QEMU makes them (https://libvirt.org/formatdomain.html#iommu-devices).
    if (values.intremap === "on") putValue(domainOf(document), placeOf("features/ioapic@driver"), "qemu");
  },
  folder: (document, _element, values) => {
    if (values.driver === "virtiofs") shareMemory(document);
  },
};

function nameDisk(document: Document, element: Element, { bus }: Values) {
  if (bus == null) return;
  putValue(element, placeOf("target@dev"), freeTarget(document, bus));
  if (bus === "scsi") ensureScsi(document);
}

/**
 * Chosen here and not by libvirt, so that the plan, the definition and the running machine get the same: made of the VM's
 * UUID and the addresses that it has.
 */
function nameCard(document: Document, element: Element, values: Values) {
  if (values.mac != null) return;
  const uuid = textOf(childOf(domainOf(document), "uuid")) ?? "";
  const taken = deviceElements(document).map((device) => attributeOf(childOf(device, "mac"), "address"));
  const [one, two, three] = createHash("sha256")
    .update([uuid, ...taken].join())
    .digest();
  const bytes = [0x52, 0x54, 0, one ?? 0, two ?? 0, three ?? 0];
  const mac = bytes.map((byte) => byte.toString(16).padStart(2, "0")).join(":");
  putValue(element, placeOf("mac@address"), mac);
}

function freeIndex(document: Document, type: string | null | undefined): string {
  const taken = deviceElements(document)
    .filter(({ nodeName }) => nodeName === "controller")
    .filter((controller) => attributeOf(controller, "type") === type)
    .map((controller) => Number(attributeOf(controller, "index")));
  return String(Math.max(-1, ...taken) + 1);
}

function freeAudioId(document: Document): string {
  const taken = deviceElements(document)
    .filter(({ nodeName }) => nodeName === "audio")
    .map((audio) => Number(attributeOf(audio, "id")));
  return String(Math.max(0, ...taken) + 1);
}

/** virtiofsd maps the guest's memory as well (https://libvirt.org/kbase/virtiofs.html). */
function shareMemory(document: Document) {
  const domain = domainOf(document);
  if (attributeOf(childOf(domain, "memoryBacking", "access"), "mode") === "shared") return;
  const hugepages = childOf(domain, "memoryBacking", "hugepages") !== null;
  if (!hugepages && childOf(domain, "memoryBacking", "source") === null)
    putValue(domain, placeOf("memoryBacking/source@type"), "memfd");
  putValue(domain, placeOf("memoryBacking/access@mode"), "shared");
}
