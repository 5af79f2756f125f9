import type { LineChange } from "../kernel-line/line-change";
import { Refused } from "../refused";
import { changedLineSet } from "./line-set";
import { withLines } from "./text-lines";

/** `cmdline:` of limine.conf, `CMDLINE=` of limine.cfg before Limine 8 (Limine's CONFIG.md, "Linux protocol"). */
const keyword = /^\s*(?:kernel_)?cmdline(?::[ \t]*|=)/i;

/** Each entry has a line of its own. Of Unraid's only the first is changed: its safe mode is the way back. */
export function editLimine(text: string, change: LineChange): string {
  const isLine = (line: string) => keyword.test(line);
  if (!text.split(/\r?\n/).some(isLine)) throw new Refused("The file has no entry with cmdline:.");
  const isUnraid = /\/bzimage\b/i.test(text);
  return withLines(
    text,
    (line, index, all) => isLine(line) && (!isUnraid || all.findIndex((one) => isLine(one.text)) === index),
    (lines) =>
      lines.map((line) => {
        const head = keyword.exec(line)?.[0] ?? "";
        return head + (changedLineSet([line.slice(head.length)], change)[0] ?? "");
      }),
  );
}
