import type { LineChange } from "../kernel-line/line-change";
import { Refused } from "../refused";
import { changedLineSet } from "./line-set";
import { textLines, withLines } from "./text-lines";

/** /etc/kernel/cmdline and its like: the line alone, or several that are joined. mkinitcpio and ukify pass "#" lines by. */
export function editPlain(text: string, change: LineChange): string {
  refuseTemplates(text);
  const isLine = (line: string) => line.trim() !== "" && !line.trimStart().startsWith("#");
  if (!textLines(text).some((line) => isLine(line.text)))
    return `${changedLineSet([""], change)[0]}\n${text}`;
  return withLines(text, isLine, (lines) => changedLineSet(lines, change));
}

/** cmdline.txt of a Raspberry Pi, of which only the first line counts. */
export function editCommandLineText(text: string, change: LineChange): string {
  refuseFirstBoot(text);
  return withLines(
    text,
    (_, index) => index === 0,
    (lines) => changedLineSet(lines, change),
  );
}

/** Of Proxmox only the first line counts, and without root= nothing boots (proxmox-boot-tool). */
export function editFirstLine(text: string, change: LineChange): string {
  refuseTemplates(text);
  const first = textLines(text)[0]?.text ?? "";
  if (first.trimStart().startsWith("#")) {
    throw new Refused(
      "proxmox-boot-tool takes the first line only, which is a comment here. Move the kernel line to the top of the file.",
    );
  }
  if (!/(?:^|\s)root=/.test(first)) {
    throw new Refused("The first line has no root=, so that proxmox-boot-tool refuses it. Add root= first.");
  }
  return withLines(
    text,
    (_, index) => index === 0,
    (lines) => changedLineSet(lines, change),
  );
}

/** Its first boot writes the file anew. */
function refuseFirstBoot(text: string): void {
  const init = /(?:^|\s)init=(\S*init_resize\S*)/.exec(text)?.[1];
  if (init === undefined) return;
  throw new Refused(
    `init=${init} stands there: the first boot is not over, and its script writes this file anew. Let it finish first.`,
  );
}

function refuseTemplates(text: string): void {
  const lines = text.split(/\r?\n/).filter((line) => !line.trimStart().startsWith("#"));
  const hole = /\{[A-Z][A-Z_]*\}|<[A-Z][A-Z_]*>/.exec(lines.join("\n"))?.[0];
  if (hole !== undefined)
    throw new Refused(`${hole} was never filled in: this is a template, and no kernel line that boots.`);
}
