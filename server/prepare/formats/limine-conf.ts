import type { LineChange } from "../kernel-line/line-change";
import { Refused } from "../refused";
import { changedLineSet } from "./line-set";
import { textLines, withLines } from "./text-lines";

/** `cmdline:` of limine.conf, `CMDLINE=` of limine.cfg before Limine 8 (Limine's CONFIG.md, "Linux protocol"). */
const keyword = /^\s*(?:kernel_)?cmdline(?::[ \t]*|=)/i;

/**
 * Each entry that starts a Linux has a line of its own. Of Unraid's only the first is changed: its safe mode is the way
 * back.
 */
export function editLimine(text: string, change: LineChange): string {
  const lines = textLines(text).map((line) => line.text);
  const ours = lines.flatMap((line, index) =>
    keyword.test(line) && startsLinux(entryAt(lines, index)) ? [index] : [],
  );
  if (ours.length === 0) throw new Refused("The file has no entry of a Linux with cmdline:.");
  const chosen = isUnraid(text) ? ours.slice(0, 1) : ours;
  return withLines(
    text,
    (_, index) => chosen.includes(index),
    (found) =>
      found.map((line) => {
        const head = keyword.exec(line)?.[0] ?? "";
        return head + (changedLineSet([line.slice(head.length)], change)[0] ?? "");
      }),
  );
}

/** Whether a boot loader's file is Unraid's, by its kernel's name. */
export function isUnraid(text: string): boolean {
  return /\/bzimage\b/i.test(text);
}

/** The lines of the entry that a line stands in: one begins with "/", before Limine 8 with ":". */
function entryAt(lines: readonly string[], index: number): readonly string[] {
  const begins = (line: string) => /^\s*[/:]/.test(line);
  const from = lines.slice(0, index + 1).findLastIndex(begins);
  const next = lines.findIndex((line, at) => at > index && begins(line));
  return lines.slice(Math.max(from, 0), next < 0 ? lines.length : next);
}

/** Other protocols hand the line to another boot loader, or to a kernel of another kind. */
function startsLinux(entry: readonly string[]): boolean {
  const protocol = entry.map((line) => /^\s*(?:kernel_)?proto(?:col)?\s*[:=]\s*(\S+)/i.exec(line)?.[1]);
  const named = protocol.find((one) => one !== undefined);
  return named === undefined || named.toLowerCase() === "linux";
}
