import { Refused } from "../refused";
import type { LineDialect } from "./dialect";
import { type LineWord, lineWords } from "./line-words";

/** The kernel's own, with its final NUL: of x86 and arm64 (COMMAND_LINE_SIZE in asm/setup.h). It cuts off in silence. */
const longestLine = 2047;

/** A kernel line in the spelling of its file, and what can be done to it. Words that are not touched keep every byte. */
export class EditedLine {
  constructor(
    readonly text: string,
    readonly dialect: LineDialect,
  ) {}

  get words(): readonly LineWord[] {
    return lineWords(this.text, this.dialect).words;
  }

  /** Without the words that `isGone` names, and without the blanks that parted them. */
  without(isGone: (word: LineWord) => boolean): EditedLine {
    return this.words.filter(isGone).reduceRight<EditedLine>((line, word) => line.withoutOne(word), this);
  }

  /** Without one word, and without the blanks that parted it. */
  withoutOne(word: LineWord): EditedLine {
    const before = this.words.findLast(({ to }) => to < word.from);
    const rest = this.text.slice(word.to);
    // Blanks that stood behind the last word before this one was added stay there.
    const gap = this.text.slice(before?.to ?? 0, word.from);
    const isAppended = rest === "" && before !== undefined && gap !== " ";
    const text =
      before === undefined || isAppended
        ? this.text.slice(0, word.from) + rest.replace(/^\s+(?=\S)/, "")
        : this.text.slice(0, before.to) + rest;
    return new EditedLine(text, this.dialect);
  }

  /** The line itself, where the kernel takes all of it. */
  whole(): EditedLine {
    const { length } = this.dialect.decode(this.text);
    if (length <= longestLine) return this;
    throw new Refused(
      `The kernel line would have ${length} characters; the kernel takes ${longestLine} and cuts off the rest without a word.`,
    );
  }

  /** With another word in the place of `word`. */
  replaced(word: LineWord, by: string): EditedLine {
    return new EditedLine(
      this.text.slice(0, word.from) + this.#spelled(by) + this.text.slice(word.to),
      this.dialect,
    );
  }

  /** With further words behind those that the kernel takes. */
  with(words: readonly string[]): EditedLine {
    if (words.length === 0) return this;
    const added = words.map((word) => this.#spelled(word)).join(" ");
    const { dashes } = lineWords(this.text, this.dialect);
    if (dashes !== null)
      return new EditedLine(`${this.text.slice(0, dashes)}${added} ${this.text.slice(dashes)}`, this.dialect);
    const gap = this.text === "" || /\s$/.test(this.text) ? "" : " ";
    return new EditedLine(`${this.text}${gap}${added}`, this.dialect);
  }

  #spelled(word: string): string {
    const spelled = this.dialect.encode(word);
    if (spelled === null) throw new Refused(`${word} can't be written between the quotes that stand there.`);
    return spelled;
  }
}
