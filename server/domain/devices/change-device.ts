import type { Document } from "@xmldom/xmldom";
import { applies, type Values } from "../fields/field.schema";
import { writeValues } from "../fields/values";
import { editsOf } from "./edits-of";
import type { Device } from "./find-device";

/** Changes fields of a device; what no longer makes sense beside them goes. */
export function changeDevice(
  document: Document,
  { form, element }: Device,
  { now, to }: { now: Values; to: Values },
): void {
  if (form === null) return;
  const all = { ...now, ...to };
  const senseless = form.fields.filter(
    (field) => field.when !== undefined && field.when.field in to && !applies(field, all),
  );
  const dropped = Object.fromEntries(senseless.map(({ name }) => [name, null]));
  writeValues(element, form.fields, { ...to, ...dropped });
  editsOf(form.id).change?.(document, element, to);
}
