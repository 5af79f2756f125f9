import { moduleName } from "../../../host/modules/modprobe-configuration";
import { withLines, withoutContinuation } from "../text-lines";

/** A word of modprobe's configuration. */
export interface Word {
  /** As modprobe has it: without the backslashes that continue a line. */
  text: string;
  /** Where each of its letters stands in the file. */
  at: readonly number[];
}

/** A line as modprobe reads it, which may be several of the file's. */
export interface CommandLine {
  words: readonly Word[];
  from: number;
  /** Where the next one begins. */
  next: number;
}

/**
 * The lines of a file of modprobe.d(5), as libkmod reads them: a backslash before a line end joins two lines with
 * nothing between them, other backslashes are dropped, and only blanks and tabs part words. A line that begins with a "#"
 * is a comment; a comment's backslash takes the next line with it.
 */
export function commandLines(text: string): CommandLine[] {
  const lines: CommandLine[] = [];
  let letters: { letter: string; at: number }[] = [];
  let from = 0;
  const close = (next: number) => {
    lines.push({ words: wordsOf(letters), from, next });
    letters = [];
    from = next;
  };
  for (let at = 0; at < text.length; at++) {
    if (text[at] === "\\") {
      at++;
      if (text[at] === "\n" || at === text.length) continue;
    } else if (text[at] === "\n") {
      close(at + 1);
      continue;
    }
    letters.push({ letter: text[at] ?? "", at });
  }
  if (from < text.length) close(text.length);
  return lines;
}

/** The words behind a command that is of this module; null of another line. */
export function argumentsOf(
  { words: [command, module, ...rest] }: CommandLine,
  wanted: string,
  isMeant: (module: string) => boolean,
): readonly Word[] | null {
  if (command?.text !== wanted || module === undefined || !isMeant(moduleName(module.text))) return null;
  return rest;
}

/** A line of its own behind the last one. A carriage return would be part of its last word, so it gets none. */
export function withCommand(text: string, command: string): string {
  return withLines(withoutContinuation(text), [command]);
}

function wordsOf(letters: readonly { letter: string; at: number }[]): Word[] {
  const words: { text: string; at: number[] }[] = [];
  let word: { text: string; at: number[] } | null = null;
  let isQuoted = false;
  for (const { letter, at } of letters) {
    if (letter === '"') isQuoted = !isQuoted;
    if (!isQuoted && (letter === " " || letter === "\t")) {
      word = null;
      continue;
    }
    if (word === null) {
      word = { text: "", at: [] };
      words.push(word);
    }
    word.text += letter;
    word.at.push(at);
  }
  return words;
}
