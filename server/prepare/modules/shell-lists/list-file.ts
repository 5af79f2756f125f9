import { type Assignment, readAssignments } from "../../shell/assignments";

/** A member of a list, and where it stands in the file. */
export interface ListItem {
  /** Without its quotes. */
  text: string;
  from: number;
  to: number;
}

/** `NAME=(…)`, `NAME="…"` or `NAME=…` in a file that bash reads; with `appends` it is `+=`. */
export interface ListAssignment {
  name: string;
  appends: boolean;
  kind: "array" | "string" | "bare";
  /** What stands between the brackets or quotes. */
  from: number;
  to: number;
  items: readonly ListItem[];
}

export interface ListFile {
  assignments: readonly ListAssignment[];
  /** All else but comments: what it does to a variable is not known. */
  others: string;
  /** A quote, bracket or block that does not end: bash reads no such file. */
  isOpen: boolean;
}

/** Reads the lists of a configuration file that bash sources; those inside of blocks are in `others`. */
export function readListFile(text: string): ListFile {
  const { assignments, commands, unclosedAt } = readAssignments(text);
  const read = assignments.map((one) => ({ one, list: one.isConditional ? null : listOf(text, one) }));
  const opaque = read.filter(({ list }) => list === null);
  return {
    assignments: read.flatMap(({ list }) => list ?? []),
    others: [
      ...opaque.map(({ one }) => `${one.name}=${text.slice(one.from, one.to)}`),
      ...commands.map((command) => command.text),
    ].join("\n"),
    isOpen: unclosedAt !== null,
  };
}

/**
 * Whether a file changes a list in another way than by plain assignments of one syntax: by a command, or by texts that an
 * array is given, which become its first member; or whether bash can't read it.
 */
export function isOpaque({ assignments, others, isOpen }: ListFile, name: string): boolean {
  const kinds = new Set(assignments.filter((one) => one.name === name).map(({ kind }) => kind === "array"));
  const set = `\\b${name}(\\[[^\\]]*\\])?\\+?=`;
  const command = `\\b(unset|read|mapfile|declare|export)\\b.*\\b${name}\\b`;
  return isOpen || kinds.size > 1 || new RegExp(`${set}|${command}`).test(others);
}

/** null of a value that is put together of parts, as `a"b"$(c)` is. */
function listOf(text: string, { name, adds, from, to, pieces, members }: Assignment): ListAssignment | null {
  const of = { name, appends: adds };
  if (members !== null) {
    const items = members.map((word) => ({
      text: text.slice(word.from, word.to).replace(/^(["'])(.*)\1$/s, "$2"),
      from: word.from,
      to: word.to,
    }));
    return { ...of, kind: "array", from: from + 1, to: to - 1, items };
  }
  const [piece, ...further] = pieces;
  if (further.length > 0) return null;
  if (piece === undefined || piece.quote === "none") {
    if (/["'`\\()]/.test(text.slice(from, to))) return null;
    return { ...of, kind: "bare", from, to, items: partsOf(text, from, to) };
  }
  return {
    ...of,
    kind: "string",
    from: piece.from,
    to: piece.to,
    items: partsOf(text, piece.from, piece.to),
  };
}

function partsOf(text: string, from: number, to: number): ListItem[] {
  return [...text.slice(from, to).matchAll(/\S+/g)].map(({ 0: part, index }) => ({
    text: part,
    from: from + index,
    to: from + index + part.length,
  }));
}
