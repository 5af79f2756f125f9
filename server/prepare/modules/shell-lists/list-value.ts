import { type ListAssignment, readListFile } from "./list-file";

/** A variable of bash: a text, or an array; null where it is not set. */
type Value = SetValue | null;
type SetValue = string | readonly string[];

/** What a variable is after files have been sourced, one after the other; commands in them are passed over. */
function valueAfter(texts: readonly string[], name: string): Value {
  return texts.reduce<Value>(
    (value, text) =>
      readListFile(text)
        .assignments.filter((one) => one.name === name)
        .reduce((before, assignment) => assigned(before, assignment, text), value),
    null,
  );
}

/** The members of a list after files have been sourced. */
export function listAfter(texts: readonly string[], name: string): readonly string[] {
  const value = valueAfter(texts, name);
  const members = typeof value === "string" ? value.split(/\s+/) : asArray(value);
  return members.filter((member) => member !== "");
}

/** A line that puts members before those that a list has by then, in the syntax that it has. */
export function prependingLine(texts: readonly string[], name: string, members: readonly string[]): string {
  const names = members.join(" ");
  return typeof valueAfter(texts, name) === "string"
    ? `${name}="${names} $${name}"`
    : `${name}=(${names} "\${${name}[@]}")`;
}

function assigned(value: Value, assignment: ListAssignment, text: string): Value {
  const own = ownValue(value, assignment, text);
  if (typeof own !== "string") return assignment.appends ? [...asArray(value), ...own] : own;
  const start = assignment.appends ? (asArray(value)[0] ?? "") : "";
  // A text that an array is given is its first member; the others stay.
  return value === null || typeof value === "string" ? start + own : [start + own, ...value.slice(1)];
}

/** A list that is named in its own value: "$NAME" is an array's first member, "${NAME[@]}" all of them. */
function ownValue(value: Value, { name, kind, items, from, to }: ListAssignment, text: string): SetValue {
  const all = asArray(value);
  const whole = `\\$\\{${name}\\[[@*]\\]\\}`;
  const first = `\\$(?:${name}\\b|\\{${name}\\})`;
  const expanded = (word: string) =>
    word
      .replace(new RegExp(whole, "g"), () => all.join(" "))
      .replace(new RegExp(first, "g"), () => all[0] ?? "");
  if (kind !== "array") return expanded(text.slice(from, to));
  const isWhole = new RegExp(`^${whole}$`);
  return items.flatMap((item) => (isWhole.test(item.text) ? all : [expanded(item.text)]));
}

function asArray(value: Value): readonly string[] {
  if (typeof value === "string") return [value];
  return value ?? [];
}
