import { AppError } from "../../errors";
import { applies, problemBeside } from "../fields/conditions.schema";
import type { Field, Values } from "../fields/field.schema";

/**
 * Refuses values that can't be: unknown fields, looked-at ones, wrong texts, and those that don't fit each other.
 * @param given What is to be set.
 * @throws AppError "bad-input" that names the field.
 */
export function refuseWrong(
  fields: readonly Field[],
  given: Values,
  { all, check }: { all: Values; check: ((values: Values) => string | null) | undefined },
): void {
  for (const [name, value] of Object.entries(given)) {
    const field = fields.find((one) => one.name === name);
    if (field === undefined || field.fixed) throw wrong(`“${name}” can't be set.`);
    const problem = value === null ? null : problemBeside(fields, field, all);
    if (problem !== null) throw wrong(`${field.label}: ${problem}`);
  }
  const touched = ({ name, when }: Field) => name in given || (when !== undefined && when.field in given);
  const missing = fields.find(
    (field) =>
      field.required && !field.fixed && touched(field) && applies(field, all) && all[field.name] == null,
  );
  if (missing !== undefined) throw wrong(`${missing.label} is needed.`);
  const problem = check?.(all) ?? null;
  if (problem !== null) throw wrong(problem);
}

/**
 * Refuses to write over what somebody else has changed since the person looked.
 * @throws AppError "conflict" that says what is there now and what was asked for.
 */
export function refuseStale(
  fields: readonly Field[],
  { now, from, to }: { now: Values; from: Values; to: Values },
): void {
  const lines = Object.entries(to).flatMap(([name, wanted]) => {
    const [seen, present] = [from[name] ?? null, now[name] ?? null];
    if (present === seen || present === wanted) return [];
    const label = fields.find((field) => field.name === name)?.label ?? name;
    return [`${label}: it was ${words(seen)}, is now ${words(present)}, and you asked for ${words(wanted)}.`];
  });
  if (lines.length === 0) return;
  throw new AppError("conflict", {
    userMessage: `Somebody else changed the same meanwhile. ${lines.join(" ")} Look at it again.`,
  });
}

function words(value: string | null): string {
  return value === null ? "not set" : `“${value}”`;
}

function wrong(userMessage: string): AppError {
  return new AppError("bad-input", { userMessage });
}
