/** A member of a list, and where it stands in the file. */
export interface ListItem {
  /** Without its quotes. */
  text: string;
  from: number;
  to: number;
}

/** `NAME=(…)`, `NAME="…"` or `NAME=…` in a file that bash reads; with `appends` it is `+=`. */
export interface Assignment {
  name: string;
  appends: boolean;
  kind: "array" | "string" | "bare";
  /** What stands between the brackets or quotes. */
  from: number;
  to: number;
  items: readonly ListItem[];
}

export interface ShellFile {
  assignments: readonly Assignment[];
  /** All else but comments: what it does to a variable is not known. */
  others: string;
  /** A quote, bracket or command that does not end: bash reads no such file. */
  isOpen: boolean;
}

const opening = /^(if|case|for|while|until|select|\{)$/;
const closing = /^(fi|esac|done|\})$/;
const passing = /^(then|else|elif|do|!)$/;

/** Reads the assignments of a configuration file that bash sources; those inside of commands are in `others`. */
export function readShellFile(text: string): ShellFile {
  const assignments: Assignment[] = [];
  let others = "";
  let depth = 0;
  let at = 0;
  while (at < text.length) {
    at = behind(/(?:[\s;&|]+|\\\r?\n|#[^\n]*)*/y, text, at);
    const start = at;
    const assignment = readAssignment(text, at);
    if (assignment !== null) {
      at = assignment.end;
      if (depth === 0 && isEnd(text, at) && isPlain(text, assignment.read)) assignments.push(assignment.read);
      else others += `${text.slice(start, at)}\n`;
      continue;
    }
    at = wordEnd(text, at);
    const word = text.slice(start, at);
    if (opening.test(word)) depth++;
    else if (closing.test(word)) depth--;
    else if (!passing.test(word)) at = commandEnd(text, at);
    others += `${text.slice(start, at)}\n`;
    if (at === start && at < text.length) at++;
  }
  return { assignments, others, isOpen: at > text.length || depth !== 0 };
}

/**
 * Whether a file changes a list in another way than by plain assignments of one syntax: by a command, or by texts that an
 * array is given, which become its first member; or whether bash can't read it.
 */
export function isOpaque({ assignments, others, isOpen }: ShellFile, name: string): boolean {
  const kinds = new Set(assignments.filter((one) => one.name === name).map(({ kind }) => kind === "array"));
  const set = `\\b${name}(\\[[^\\]]*\\])?\\+?=`;
  const command = `\\b(unset|read|mapfile|declare|export)\\b.*\\b${name}\\b`;
  return isOpen || kinds.size > 1 || new RegExp(`${set}|${command}`).test(others);
}

function readAssignment(text: string, at: number): { read: Assignment; end: number } | null {
  const begin = /([A-Za-z_]\w*)(\+?)=/y;
  begin.lastIndex = at;
  const [, name, plus] = begin.exec(text) ?? [];
  if (name === undefined) return null;
  const from = begin.lastIndex;
  const of = { name, appends: plus === "+" };
  if (text[from] === "(") {
    const { items, end } = arrayItems(text, from + 1);
    return { read: { ...of, kind: "array", from: from + 1, to: end - 1, items }, end };
  }
  const end = wordEnd(text, from);
  const quote = text[from];
  const isString = (quote === '"' || quote === "'") && quotedEnd(text, from) === end;
  const inner = isString ? { from: from + 1, to: end - 1 } : { from, to: end };
  const kind = isString ? "string" : "bare";
  return { read: { ...of, kind, ...inner, items: partsOf(text, inner) }, end };
}

function partsOf(text: string, { from, to }: { from: number; to: number }): ListItem[] {
  return [...text.slice(from, to).matchAll(/\S+/g)].map(({ 0: part, index }) => ({
    text: part,
    from: from + index,
    to: from + index + part.length,
  }));
}

function arrayItems(text: string, from: number): { items: ListItem[]; end: number } {
  const items: ListItem[] = [];
  for (let at = from; ; ) {
    at = behind(/(?:\s+|\\\r?\n|#[^\n]*)*/y, text, at);
    if (at >= text.length || text[at] === ")") return { items, end: at + 1 };
    const to = Math.max(wordEnd(text, at), at + 1);
    items.push({ text: text.slice(at, to).replace(/^(["'])(.*)\1$/s, "$2"), from: at, to });
    at = to;
  }
}

/** Whether a value is not put together of parts, as `a"b"$(c)` is. */
function isPlain(text: string, { kind, from, to }: Assignment): boolean {
  return kind !== "bare" || /^[^"'`\\()]*$/.test(text.slice(from, to));
}

function isEnd(text: string, at: number): boolean {
  return at <= text.length && /^[ \t\r]*(?:$|[\n;]|[ \t]#)/.test(text.slice(at, at + 200));
}

function commandEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && !/[\n;]/.test(text[at] ?? "")) at = Math.max(wordEnd(text, at), at + 1);
  return at;
}

/** Behind a word: quotes and brackets keep blanks together. Beyond the text where one of them does not end. */
function wordEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && !/[\s;&|)]/.test(text[at] ?? "")) {
    if (text[at] === "\\") at += 2;
    else if (/["'`]/.test(text[at] ?? "")) at = quotedEnd(text, at);
    else if (text.startsWith("$(", at) || text[at] === "(") at = bracketEnd(text, at);
    else at++;
  }
  return at;
}

function quotedEnd(text: string, from: number): number {
  const quote = text[from];
  let at = from + 1;
  while (at < text.length && text[at] !== quote) at += text[at] === "\\" && quote !== "'" ? 2 : 1;
  return at + 1;
}

function bracketEnd(text: string, from: number): number {
  const end = text.indexOf(")", from);
  return end < 0 ? text.length + 1 : end + 1;
}

function behind(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  pattern.exec(text);
  return Math.max(pattern.lastIndex, at);
}
