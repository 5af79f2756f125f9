import type { Assignment, AssignmentFile } from "../shell/assignments";

/** What a variable is worth once a shell has read the files; `known` where that follows from them alone. */
export interface ShellValue {
  text: string;
  known: boolean;
}

export type ShellValues = ReadonlyMap<string, ShellValue>;

const nothing: ShellValue = { text: "", known: true };
const reference = /\$(?:\{(\w+)\}|(\w+))/g;

/**
 * The variables that files set, read in their order.
 * @param left Of this assignment only what it takes from other variables is counted.
 */
export function shellValues(files: readonly AssignmentFile[], left: Assignment | null = null): ShellValues {
  const values = new Map<string, ShellValue>();
  for (const { text, assignments } of files) {
    for (const assignment of assignments) {
      const value = assignedValue(text, assignment, values, assignment === left);
      const before = assignment.adds ? (values.get(assignment.name) ?? nothing) : nothing;
      values.set(assignment.name, {
        text: before.text + value.text,
        known: before.known && value.known && !assignment.isConditional,
      });
    }
  }
  return values;
}

function assignedValue(
  text: string,
  { name, pieces }: Assignment,
  values: ShellValues,
  onlyTaken: boolean,
): ShellValue {
  let known = true;
  // A variable that is taken into its own first value is empty until then.
  const valueSoFar = (taken: string) => values.get(taken) ?? (taken === name ? nothing : undefined);
  const parts = pieces.map(({ quote, from, to }) => {
    const raw = text.slice(from, to);
    if (quote === "single") return onlyTaken ? "" : raw;
    if (isWorkedOut(raw)) known = false;
    const taken = referencesOf(raw).map(valueSoFar);
    if (taken.some((value) => value === undefined || !value.known)) known = false;
    if (onlyTaken) return taken.map((value) => value?.text ?? "").join(" ");
    return raw
      .replace(reference, (_, one?: string, other?: string) => values.get(one ?? other ?? "")?.text ?? "")
      .replace(/\\\n/g, "")
      .replace(/\\(["\\$`])/g, "$1");
  });
  return { text: parts.join(""), known };
}

/** Whether a program or an expansion with a rule makes a part of it. */
export function isWorkedOut(raw: string): boolean {
  return /\$\(|`|\$\{\w*[^\w}]/.test(raw.replace(/\\[$`]/g, ""));
}

/** The variables that a raw value takes. */
export function referencesOf(raw: string): string[] {
  return [...raw.replace(/\\\$/g, "").matchAll(reference)].map((match) => match[1] ?? match[2] ?? "");
}
