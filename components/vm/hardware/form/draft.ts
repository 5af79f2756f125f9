import type { Values } from "@/server/domain/fields/field.schema";

/** What a person has changed in a form and not yet applied, by the fields' names. */
export type Draft = Readonly<Record<string, { from: string | null; to: string | null }>>;

/** Sets a field; one that is what it was is no change. */
export function withChange(
  draft: Draft,
  name: string,
  change: { now: string | null; to: string | null },
): Draft {
  const { [name]: before, ...others } = draft;
  if (change.to === change.now) return others;
  return { ...others, [name]: { from: before?.from ?? change.now, to: change.to } };
}

/** Changes that are still to be made: the definition may have come to say so by itself. */
export function openChanges(values: Values, draft: Draft): Draft {
  return Object.fromEntries(Object.entries(draft).filter(([name, { to }]) => (values[name] ?? null) !== to));
}

/** Whether somebody else has set the field to something else since the person did. */
export function isOvertaken(values: Values, draft: Draft, name: string): boolean {
  const change = draft[name];
  const now = values[name] ?? null;
  return change !== undefined && now !== change.from && now !== change.to;
}

/** A change as the server wants it: what was seen, and what is asked for. */
export function changeOf(draft: Draft) {
  const part = (side: "from" | "to") =>
    Object.fromEntries(Object.entries(draft).map(([name, change]) => [name, change[side]]));
  return { from: part("from"), to: part("to") };
}
