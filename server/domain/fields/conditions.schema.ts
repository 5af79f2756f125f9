import { type Condition, type Field, fieldProblem, type Values } from "./field.schema";

/** Whether a field, with its value, makes sense beside the other values. */
export function applies(field: Field, values: Values): boolean {
  return unmetCondition(field, values) === null;
}

/** Whether a field is there to be filled in, whatever value it has. */
export function isAsked({ when }: Field, values: Values): boolean {
  return when === undefined || when.is.includes(values[when.field] ?? null);
}

/** What is wrong with a field's value, by itself or beside the others, as a sentence; null where nothing is. */
export function problemBeside(fields: readonly Field[], field: Field, values: Values): string | null {
  const value = values[field.name] ?? null;
  const unmet = value === null ? null : unmetCondition(field, values);
  return unmet === null ? fieldProblem(field, value) : needWords(fields, unmet);
}

/** "It goes only with Protocol “SPICE”." */
function needWords(fields: readonly Field[], { field: name, is }: Condition): string {
  const other = fields.find((field) => field.name === name);
  const labels = other?.input.kind === "choice" ? new Map(other.input.choices) : new Map<string, string>();
  const words = is.map((value) => (value === null ? "not set" : `“${labels.get(value) ?? value}”`));
  return `It goes only with ${other?.label ?? name} ${words.join(" or ")}.`;
}

/** What a field, with its value, would need of another field; null where it makes sense. */
function unmetCondition(field: Field, values: Values): Condition | null {
  return conditionsOf(field, values).find(({ field: of, is }) => !is.includes(values[of] ?? null)) ?? null;
}

function conditionsOf({ name, when, goesWith = {} }: Field, values: Values): Condition[] {
  const value = values[name] ?? "";
  const ofValue = Object.hasOwn(goesWith, value) ? goesWith[value] : undefined;
  return [when, ofValue].flatMap((condition) => condition ?? []);
}

/**
 * The values once some change, without those of fields that then make no sense any more.
 * @returns `senseless`: these fields; none of them is asked for by `to`.
 */
export function settled(
  fields: readonly Field[],
  { now, to }: { now: Values; to: Values },
): { values: Values; senseless: readonly Field[] } {
  const values: Record<string, string | null> = { ...now, ...to };
  const senseless: Field[] = [];
  const touched = new Set(Object.keys(to));
  const isSenseless = (field: Field) =>
    (to[field.name] ?? null) === null &&
    !senseless.includes(field) &&
    conditionsOf(field, values).some((condition) => touched.has(condition.field)) &&
    !applies(field, values);
  for (let field = fields.find(isSenseless); field !== undefined; field = fields.find(isSenseless)) {
    senseless.push(field);
    values[field.name] = null;
    touched.add(field.name);
  }
  return { values, senseless };
}
