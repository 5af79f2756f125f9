import type { LineChange } from "../kernel-line/line-change";
import { withKeyedLines } from "./keyed-lines";

/** Several lines are joined (uapi-group.org, "Boot Loader Specification"); systemd-boot passes blanks in front by. */
const options = /^[ \t]*options[ \t]+/;

/** An entry of the boot loader specification that starts a Linux; one without a kernel line gets one. */
export function editLoaderEntry(text: string, change: LineChange): string {
  if (!startsLinux(text)) return text;
  if (/^[ \t]*options[ \t]/m.test(text)) return withKeyedLines(text, options, change);
  const start = text.endsWith("\n") ? text : `${text}\n`;
  const empty = `${start}options \n`;
  const after = withKeyedLines(empty, options, change);
  return after === empty ? text : after;
}

/** `efi` may start a kernel, too, and Windows, or a shell, which have options of their own. */
function startsLinux(text: string): boolean {
  if (/^[ \t]*linux[ \t]/m.test(text)) return true;
  return /^[ \t]*efi[ \t]/m.test(text) && /^[ \t]*(?:initrd[ \t]|options[ \t].*\broot=)/m.test(text);
}

/** The kernel line of an entry. */
export function optionsOf(entry: string): string {
  return [...entry.matchAll(/^[ \t]*options[ \t]+(.*)$/gm)].map((match) => match[1] ?? "").join(" ");
}
