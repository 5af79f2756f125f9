import type { Subject } from "../../access/share.schema";

/** Each of them once. */
export function distinct(subjects: readonly Subject[]): Subject[] {
  return [...new Map(subjects.map((subject) => [`${subject.kind}/${subject.id}`, subject])).values()];
}

export function isAmong({ kind, id }: Subject, subjects: readonly Subject[]): boolean {
  return subjects.some((subject) => subject.kind === kind && subject.id === id);
}
