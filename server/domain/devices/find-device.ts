import type { Document, Element } from "@xmldom/xmldom";
import { attributeOf } from "../../xml/xml";
import { deviceElements } from "../edit/device-elements";
import type { Values } from "../fields/field.schema";
import { readValues } from "../fields/values";
import type { DeviceForm } from "./device-form.schema";
import { deviceForms } from "./device-forms.schema";

/** A device of a definition. */
export interface Device {
  /** Finds it again, in this definition and in a later one or the running machine's. */
  key: string;
  /** null of a kind that Passdeck has no form for. */
  form: DeviceForm | null;
  element: Element;
}

/** QEMU's program is written among the devices and is none. */
const noDevices: readonly string[] = ["emulator"];

/** All devices, in the definition's order. */
export function devicesOf(document: Document): Device[] {
  const counts = new Map<string, number>();
  const used = new Set<string>();
  return deviceElements(document)
    .filter(({ nodeName }) => !noDevices.includes(nodeName))
    .map((element) => {
      const form = formOf(element);
      const kind = form?.id ?? `other-${element.nodeName}`;
      const count = counts.get(kind) ?? 0;
      counts.set(kind, count + 1);
      const own = naturalKey({ form, element });
      const key = own === null || used.has(own) ? `${kind}:${count}` : own;
      used.add(key);
      return { key, form, element };
    });
}

export function findDevice(document: Document, key: string): Device | undefined {
  return devicesOf(document).find((device) => device.key === key);
}

/** The form for a device; null where there is none. */
export function formOf(element: Element): DeviceForm | null {
  return deviceForms.find((form) => isOf(element, form)) ?? null;
}

/** What a device's fields say; nothing where it has no form. */
export function valuesOf({ form, element }: Pick<Device, "form" | "element">): Values {
  return form === null ? {} : readValues(element, form.fields);
}

/** What it is told from others of its kind by: "vda", "52:54:00:12:34:56"; null where there is nothing. */
export function nameOf({ mark, name }: DeviceForm, values: Values): string | null {
  return mark === undefined ? (values[name ?? ""] ?? null) : mark(values);
}

function isOf(element: Element, { element: name, is = {} }: DeviceForm): boolean {
  if (element.nodeName !== name) return false;
  return Object.entries(is).every(([attribute, values]) => values.includes(attributeOf(element, attribute)));
}

function naturalKey({ form, element }: Pick<Device, "form" | "element">): string | null {
  if (form?.unique === undefined) return null;
  const name = nameOf(form, valuesOf({ form, element }));
  return name === null ? null : `${form.id}:${name}`;
}
