import type { LineChange } from "../kernel-line/line-change";
import { Refused } from "../refused";
import { withKeyedLines } from "./keyed-lines";
import { textLines } from "./text-lines";

const append = /^\s*append\s+/i;

interface Label {
  from: number;
  to: number;
  lines: string[];
}

/** Each label that boots a kernel. "append" of the others holds arguments of something else (chain.c32). */
export function editExtlinux(text: string, change: LineChange): string {
  return editLabels(text, change, (label) => label.lines.some(bootsLinux));
}

/** Unraid's default label alone: its safe mode is the way back. What it is made of has the default in one of two ways. */
export function editDefaultLabel(text: string, change: LineChange): string {
  const isMarked = ({ lines }: Label) => lines.some((line) => /^\s*menu\s+default\s*$/i.test(line));
  const name = /^\s*default\s+(.+?)\s*$/im.exec(text)?.[1];
  const isNamed = ({ lines }: Label) => lines[0]?.replace(/^\s*label\s+/i, "").trim() === name;
  return editLabels(text, change, labels(text).some(isMarked) ? isMarked : isNamed);
}

function editLabels(text: string, change: LineChange, isChosen: (label: Label) => boolean): string {
  const chosen = labels(text).filter(isChosen);
  if (chosen.length === 0) throw new Refused("No label of the file boots a kernel of this system.");
  const first = labels(text)[0]?.from ?? 0;
  const isGlobal = (index: number) => index < first;
  const own = chosen.filter(({ lines }) => lines.some((line) => append.test(line)));
  const bare = chosen.filter((label) => !own.includes(label));
  // A label without a line of its own takes the one that stands before all labels.
  const hasGlobal = textLines(text).some((line, index) => isGlobal(index) && append.test(line.text));
  const global = bare.length > 0 && hasGlobal ? withKeyedLines(text, append, change, isGlobal) : text;
  const changed = own.reduce(
    (current, { from, to }) =>
      withKeyedLines(current, append, change, (index) => index >= from && index < to),
    global,
  );
  return hasGlobal
    ? changed
    : bare.reduceRight((current, label) => withAppend(current, label, change), changed);
}

/** A label's line of its own, behind the one that names its kernel and spelled as that is. */
function withAppend(text: string, { from, lines }: Label, change: LineChange): string {
  const at = lines.findIndex(bootsLinux);
  const [, indent = "", keyword = ""] = /^(\s*)(\w+)/.exec(lines[at] ?? "") ?? [];
  const head = `${indent}${keyword === keyword.toUpperCase() ? "APPEND" : "append"} `;
  const line = withKeyedLines(head, append, change);
  if (line === head) return text;
  const all = textLines(text);
  const end = all[from + at]?.end || "\n";
  return all
    .map((one, index) => (index === from + at ? `${one.text}${end}${line}${one.end}` : one.text + one.end))
    .join("");
}

function labels(text: string): Label[] {
  const lines = textLines(text).map((line) => line.text);
  const starts = lines.flatMap((line, index) => (/^\s*label\s/i.test(line) ? [index] : []));
  return starts.map((from, position) => {
    const to = starts[position + 1] ?? lines.length;
    return { from, to, lines: lines.slice(from, to) };
  });
}

/** `com32`, or a kernel that is a module of syslinux or a memory test, is no Linux. */
function bootsLinux(line: string): boolean {
  const match = /^\s*(?:kernel|linux)\s+(\S+)/i.exec(line);
  return match !== null && !/\.(?:c32|com|cbt|bss|bs|img|0)$|memtest/i.test(match[1] ?? "");
}
