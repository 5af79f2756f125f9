import type { Document } from "@xmldom/xmldom";
import { writeChoices } from "../allowance/write-choices";
import type { Patterns } from "../changes/grammar/read-grammar";
import type { Values } from "../fields/field.schema";
import { editsOf } from "./edits-of";
import type { Device } from "./find-device";

/**
 * Changes fields of a device; what no longer makes sense beside them goes.
 * @returns what goes with the old values, in words.
 */
export function changeDevice(
  document: Document,
  { form, element }: Device,
  { now, to }: { now: Values; to: Values },
  patterns: Patterns | null,
): string[] {
  if (form === null) return [];
  const { fields, id } = form;
  editsOf(id).refuse?.(document, element, { now, to });
  return writeChoices(
    { element, fields, now, to, patterns },
    () => editsOf(id).change?.(document, element, { now, to }) ?? [],
  );
}
