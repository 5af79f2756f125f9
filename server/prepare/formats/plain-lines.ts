import type { LineChange } from "../kernel-line/line-change";
import { Refused } from "../refused";
import { changedLineSet } from "./line-set";
import { textLines, withLines } from "./text-lines";

/**
 * /etc/kernel/cmdline and its like: the line alone, or several that are joined. mkinitcpio and ukify pass "#" lines by.
 * @param elsewhere Other files, whose lines come before.
 */
export function editPlain(text: string, change: LineChange, elsewhere: readonly string[] = []): string {
  refuseTemplates(text);
  const before = elsewhere.flatMap((file) => textLines(file).map((line) => line.text)).filter(isLine);
  if (!textLines(text).some((line) => isLine(line.text))) {
    const line = changedLineSet([""], change, before)[0];
    return line === "" ? text : `${line}\n${text}`;
  }
  return withLines(text, isLine, (lines) => changedLineSet(lines, change, before));
}

function isLine(text: string): boolean {
  return text.trim() !== "" && !text.trimStart().startsWith("#");
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

/** Its first boot writes the file anew (raspi-config, raspberrypi-sys-mods, and what Raspberry Pi Imager adds). */
const firstBoot = /(?:^|\s)(init=\S*(?:init_resize|firstboot)\S*|systemd\.run=\S*firstrun\S*)/;

function refuseFirstBoot(text: string): void {
  const word = firstBoot.exec(text)?.[1];
  if (word === undefined) return;
  throw new Refused(
    `${word} stands there: the first boot is not over, and its script writes this file anew. Let it finish first.`,
  );
}

function refuseTemplates(text: string): void {
  const lines = text.split(/\r?\n/).filter((line) => !line.trimStart().startsWith("#"));
  const hole = /\{[A-Z][A-Z_]*\}|<[A-Z][A-Z_]*>/.exec(lines.join("\n"))?.[0];
  if (hole !== undefined)
    throw new Refused(`${hole} was never filled in: this is a template, and no kernel line that boots.`);
}
