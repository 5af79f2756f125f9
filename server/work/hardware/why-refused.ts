import type { PlannedEdit } from "../../create/desktop/desktop.schema";
import type { Patterns } from "../../domain/changes/grammar/read-grammar";
import { deviceForm } from "../../domain/devices/device-forms.schema";
import type { Field, Values } from "../../domain/fields/field.schema";
import { targetOf } from "../../domain/hardware/apply-edit";
import { parseXml } from "../../xml/xml";
import { editedText } from "./edited-text";

/** What stands against a definition, as a sentence, and who says so. */
export interface Objection {
  by: "schema" | "libvirt";
  words: string;
}

/** What stands against a definition; null where nothing does. */
export type Judge = (xml: string) => Promise<Objection | null>;

/**
 * What a host's libvirt has against a definition that an edit made, told at the field that leads to it: the one without
 * which there is nothing against it, or all that were filled in where it takes several.
 * @returns null where nothing is against it that was not before.
 */
export async function whyRefused(
  { saved, edited, patterns }: { saved: string; edited: string; patterns: Patterns | null },
  edit: PlannedEdit,
  judge: Judge,
): Promise<string | null> {
  const objection = await judge(edited);
  if (objection === null || isOfBefore(objection, await judge(saved))) return null;
  const fields = fieldsOf(saved, edit);
  const asked = fields.filter(({ name }) => valuesOf(edit)[name] !== undefined);
  const alone: Field[] = [];
  for (const field of asked.length > 1 ? asked : []) {
    const rest = editedText(saved, without(edit, field), patterns);
    if ("xml" in rest && (await judge(rest.xml)) === null) alone.push(field);
  }
  const culprits = (alone.length > 0 ? alone : asked).map(({ label }) => label);
  return culprits.length === 0 ? objection.words : `${culprits.join(", ")}: ${objection.words}`;
}

/** What others wrote may break the schema, and is nobody's fault who edits it. */
function isOfBefore(now: Objection, before: Objection | null): boolean {
  return before?.by === now.by && (now.by === "schema" || now.words === before.words);
}

function fieldsOf(saved: string, edit: PlannedEdit): readonly Field[] {
  if (edit.act === "add") return deviceForm(edit.kind).fields;
  return edit.act === "change" ? (targetOf(parseXml(saved), edit.key)?.fields ?? []) : [];
}

/** What a person filled in: of a new device only what its form did not begin with. */
function valuesOf(edit: PlannedEdit): Values {
  if (edit.act === "change") return edit.to;
  if (edit.act !== "add") return {};
  const fresh = deviceForm(edit.kind).fresh ?? {};
  const given = Object.entries(edit.values).filter(([name, value]) => value !== (fresh[name] ?? null));
  return Object.fromEntries(given);
}

/** What a new device can't be without is as its form began. */
function without(edit: PlannedEdit, { name, required }: Field): PlannedEdit {
  const rest = (values: Values) => Object.fromEntries(Object.entries(values).filter(([key]) => key !== name));
  if (edit.act === "add") {
    const fresh = required ? deviceForm(edit.kind).fresh?.[name] : undefined;
    return { ...edit, values: { ...rest(edit.values), ...(fresh === undefined ? {} : { [name]: fresh }) } };
  }
  return edit.act === "change" ? { ...edit, to: rest(edit.to) } : edit;
}
