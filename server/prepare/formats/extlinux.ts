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

/** Unraid's default label alone: its safe mode is the way back. */
export function editDefaultLabel(text: string, change: LineChange): string {
  return editLabels(text, change, ({ lines }) => lines.some((line) => /^\s*menu\s+default\s*$/i.test(line)));
}

function editLabels(text: string, change: LineChange, isChosen: (label: Label) => boolean): string {
  const chosen = labels(text).filter(isChosen);
  if (chosen.length === 0) throw new Refused("No label of the file boots a kernel of this system.");
  return chosen.reduce(
    (current, { from, to }) =>
      withKeyedLines(current, append, change, (index) => index >= from && index < to),
    text,
  );
}

function labels(text: string): Label[] {
  const lines = textLines(text).map((line) => line.text);
  const starts = lines.flatMap((line, index) => (/^\s*label\s/i.test(line) ? [index] : []));
  return starts.map((from, position) => {
    const to = starts[position + 1] ?? lines.length;
    return { from, to, lines: lines.slice(from, to) };
  });
}

/** `com32`, or a kernel that is a module of syslinux, is no Linux. */
function bootsLinux(line: string): boolean {
  const match = /^\s*(?:kernel|linux)\s+(\S+)/i.exec(line);
  return match !== null && !/\.c32$/i.test(match[1] ?? "");
}
