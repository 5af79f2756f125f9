import type { Occurrence } from "./occurrence.schema";
import { isAsSevere, type Severity, subjectWords } from "./subject.schema";

/** Of more than these a message tells the number alone. */
const mostTold = 50;
/** Of more than these a text for people tells the number alone. */
const mostLines = 20;

/** The address of a page; null where nobody has said what this Passdeck is reached by. */
export type LinkTo = (page: string) => string | null;

/** An occurrence with the address of the page that shows it; null where there is none. */
export type Told = Occurrence & { url: string | null };

/** What is sent: one occurrence, or several that happened while one could be sent. */
export interface Message {
  /** The same at every try, by which a receiver knows one that it has had. */
  id: string;
  title: string;
  /** For people, several lines. */
  text: string;
  /** The page that shows all of it; null where there is no such one, or no address. */
  url: string | null;
  /** The highest of its occurrences. */
  severity: Severity;
  occurrences: readonly Told[];
  /** How many more there were. */
  leftOut: number;
}

interface MessageParts {
  linkTo: LinkTo;
  /** How many occurrences were dropped before, as too many waited. */
  lost?: number;
}

/** Makes one message of several occurrences. */
export function messageOf(
  id: string,
  all: readonly Occurrence[],
  { linkTo, lost = 0 }: MessageParts,
): Message {
  const severity = all.reduce<Severity>(
    (most, one) => (isAsSevere(one.severity, most) ? one.severity : most),
    "info",
  );
  const occurrences = all
    .slice(0, mostTold)
    .map((one) => ({ ...one, url: one.page === null ? null : linkTo(one.page) }));
  const isOnePage = new Set(all.map(({ page }) => page)).size === 1;
  const url = isOnePage ? (occurrences[0]?.url ?? null) : null;
  return {
    id,
    title: titleOf(all),
    text: textOf(isOnePage ? all : occurrences, all.length + lost),
    url,
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

/** @param told With addresses where these are not all the same. @param count How many there were. */
function textOf(told: readonly (Occurrence | Told)[], count: number): string {
  const [first] = told;
  if (count === 1 && first !== undefined) return first.detail || first.title;
  const lines = told.slice(0, mostLines).map(lineOf);
  const more = count - lines.length;
  return [...lines, ...(more > 0 ? [`and ${more} more`] : [])].join("\n");
}

function lineOf(one: Occurrence | Told): string {
  const { title, detail } = one;
  const address = "url" in one && one.url !== null ? `\n  ${one.url}` : "";
  return `- ${title}${detail && `: ${detail}`}${address}`;
}
