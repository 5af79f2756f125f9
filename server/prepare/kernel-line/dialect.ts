/** How a file spells the words of a kernel line. */
export interface LineDialect {
  /** Matches a word as it stands in the file. Global. */
  word: RegExp;
  /** The word as the kernel gets it. */
  decode: (raw: string) => string;
  /** A word as the file has to spell it; null where it can't. */
  encode: (word: string) => string | null;
}

/** As the kernel reads it: only double quotes keep blanks (next_arg in lib/cmdline.c). */
export const plainDialect: LineDialect = {
  word: /(?:[^\s"]|"[^"]*"?)+/g,
  decode: (raw) => raw,
  encode: (word) => (/[\r\n]/.test(word) ? null : word),
};

/** Between double quotes of a shell, where \ keeps " \ $ ` from meaning anything (POSIX, 2.2.3). */
export const doubleQuotedDialect: LineDialect = {
  word: /(?:\\"(?:[^"\\]|\\[^"])*(?:\\")?|\\[^"]|[^\s"\\])+/g,
  decode: (raw) => raw.replace(/\\(["\\$`])/g, "$1"),
  encode: (word) => (/[\r\n]/.test(word) ? null : word.replace(/["\\$`]/g, "\\$&")),
};

/** Between single quotes of a shell: nothing has a meaning, and there is no way to write a single quote. */
export const singleQuotedDialect: LineDialect = {
  ...plainDialect,
  encode: (word) => (/['\r\n]/.test(word) ? null : word),
};

/** Between double quotes that a backslash keeps from ending it (lilo.conf(5)). */
export const escapedDialect: LineDialect = {
  word: doubleQuotedDialect.word,
  decode: (raw) => raw.replace(/\\(["\\])/g, "$1"),
  encode: (word) => (/[\r\n]/.test(word) ? null : word.replace(/["\\]/g, "\\$&")),
};

/** Between double quotes, of which two stand for one within (rEFInd). */
export const doubledDialect: LineDialect = {
  word: /(?:[^\s"]|"")+/g,
  decode: (raw) => raw.replaceAll('""', '"'),
  encode: (word) => (/[\r\n]/.test(word) ? null : word.replaceAll('"', '""')),
};

/** Not quoted at all: one word that needs no quotes. */
export const bareDialect: LineDialect = {
  ...plainDialect,
  encode: (word) => (/^[\w./:,=@%+-]+$/.test(word) ? word : null),
};

/** What ends a word in a script of GRUB's, or begins a variable there; what is quoted (GRUB manual, "Shell-like scripting"). */
const grubMeaning = /"[^"]*"|[$;&|<>{}]/g;

/** A word as GRUB passes it on: outside of quotes a backslash keeps the next letter from meaning anything. */
function grubDecoded(word: string): string {
  return word.replace(/\\([$;&|<>{}])/g, "$1");
}

/** What grub-mkconfig copies into GRUB's menu, where GRUB reads it once more. */
export function throughGrub({ word, decode, encode }: LineDialect): LineDialect {
  return {
    word,
    decode: (raw) => grubDecoded(decode(raw)),
    encode: (text) =>
      encode(
        text.replace(grubMeaning, (part) =>
          part.startsWith('"') ? part.replaceAll("$", "\\$") : `\\${part}`,
        ),
      ),
  };
}
