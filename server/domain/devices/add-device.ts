import type { Document, Element } from "@xmldom/xmldom";
import { buildElement } from "../../xml/build-element";
import { insertElement } from "../../xml/white-space";
import { ensureContainer } from "../edit/containers";
import { deviceElements } from "../edit/device-elements";
import { applies } from "../fields/conditions.schema";
import type { Values } from "../fields/field.schema";
import { placeOf } from "../fields/place";
import { putValue, writeValues } from "../fields/values";
import type { DeviceForm } from "./device-form.schema";
import { editsOf } from "./edits-of";

/** Adds a device behind the last of its kind, with what it cannot do without. The same document gives the same device. */
export function addDevice(document: Document, form: DeviceForm, values: Values): Element {
  const element = buildElement(document, { name: form.element });
  const last = deviceElements(document).findLast(({ nodeName }) => nodeName === form.element);
  // First of all, so that what it gets is laid out as the rest of the document is.
  insertElement(ensureContainer(document, "devices"), element, last);
  for (const [at, value] of Object.entries(form.skeleton ?? {})) putValue(element, placeOf(at), value);
  const fitting = form.fields.filter((field) => applies(field, values));
  writeValues(element, fitting, values);
  editsOf(form.id).make?.(document, element, values);
  return element;
}
