import { doubledDialect } from "../kernel-line/dialect";
import type { LineChange } from "../kernel-line/line-change";
import { editQuotedOption } from "./quoted-option";
import { textLines } from "./text-lines";

const options = /^(\s*options\s+)/;

/** `options` of each stanza of refind.conf that starts a Linux and is not disabled (rEFInd, "Configuring", stanzas). */
export function editRefindConf(text: string, change: LineChange): string {
  // A line of a single word may stand without quotes.
  const quoted = text.replace(/^(\s*options[ \t]+)([^"\s]+)([ \t]*)$/gm, '$1"$2"$3');
  const lines = textLines(quoted).map((line) => line.text);
  const after = editQuotedOption(quoted, /^\s*options\s+"/, change, {
    dialect: doubledDialect,
    isOurs: (index) => isLinux(stanzaAt(lines, index)),
  });
  return after === quoted ? text : after;
}

function stanzaAt(lines: readonly string[], index: number): readonly string[] {
  const begins = (line: string) => /^\s*menuentry\b/.test(line);
  const from = lines.slice(0, index + 1).findLastIndex(begins);
  const next = lines.findIndex((line, at) => at > index && begins(line));
  return lines.slice(Math.max(from, 0), next < 0 ? lines.length : next);
}

function isLinux(stanza: readonly string[]): boolean {
  if (stanza.some((line) => /^\s*disabled\b/.test(line))) return false;
  return stanza.some((line) => /^\s*initrd\b/.test(line) || (options.test(line) && /\broot=/.test(line)));
}
