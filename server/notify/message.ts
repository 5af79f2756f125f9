import type { Occurrence } from "./occurrence.schema";
import { isAsSevere, type Severity, subjectWords } from "./subject.schema";

/** Of more than these a message tells the number alone. */
const mostTold = 50;
/** Of more than these a text for people tells the number alone. */
const mostLines = 20;

/** What is sent: one occurrence, or several that happened while one could be sent. */
export interface Message {
  /** The same at every try, by which a receiver knows one that it has had. */
  id: string;
  title: string;
  /** For people, several lines. */
  text: string;
  /** The highest of its occurrences. */
  severity: Severity;
  occurrences: readonly Occurrence[];
  /** How many more there were. */
  leftOut: number;
}

/** Makes one message of several occurrences. @param lost How many were dropped before, as too many waited. */
export function messageOf(id: string, all: readonly Occurrence[], lost = 0): Message {
  const severity = all.reduce<Severity>(
    (most, one) => (isAsSevere(one.severity, most) ? one.severity : most),
    "info",
  );
  const occurrences = all.slice(0, mostTold);
  return {
    id,
    title: titleOf(all),
    text: textOf(all, lost),
    severity,
    occurrences,
    leftOut: all.length - occurrences.length + lost,
  };
}

/** "The VM web-1 crashed", or "12 jobs failed, 2 VMs crashed" */
export function titleOf(all: readonly Occurrence[]): string {
  const [first] = all;
  if (all.length === 1 && first !== undefined) return first.title;
  const counts = new Map<Occurrence["subject"], Occurrence[]>();
  for (const one of all) counts.set(one.subject, [...(counts.get(one.subject) ?? []), one]);
  return [...counts]
    .map(([subject, of]) =>
      of.length === 1 || subject === "test" ? (of[0]?.title ?? "") : subjectWords[subject].many(of.length),
    )
    .join(", ");
}

function textOf(all: readonly Occurrence[], lost: number): string {
  const [first] = all;
  if (all.length === 1 && lost === 0 && first !== undefined) return first.detail || first.title;
  const lines = all.slice(0, mostLines).map(({ title, detail }) => `- ${title}${detail && `: ${detail}`}`);
  const more = all.length - lines.length + lost;
  return [...lines, ...(more > 0 ? [`and ${more} more`] : [])].join("\n");
}
