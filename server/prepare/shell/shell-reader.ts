/** A part of a word: what stands between two quotes, or without any. */
export interface ShellPiece {
  quote: "double" | "single" | "none";
  /** Where its content stands in the text, quotes left out. */
  from: number;
  to: number;
}

/** A word of a shell script. */
export interface ShellWord {
  from: number;
  to: number;
  pieces: ShellPiece[];
  /** Of an array of bash's, `NAME=(…)`; null of any other word. */
  members: ShellWord[] | null;
}

/** What stands between two ends of a command, continuation lines joined. It may be empty. */
export interface ShellCommand {
  /** Its first line, from 1. */
  line: number;
  words: ShellWord[];
  /** What ends it: "\n", ";", "&", "|", a bracket, or "" where the text ends. */
  ender: string;
}

export interface ShellScript {
  commands: ShellCommand[];
  /** The line of a quote that is never closed; null where all are. */
  unclosedAt: number | null;
}

/** Ends of a simple command, in front of which a blank is not needed (POSIX, 2.10). */
const enders = new Set(["\n", ";", "&", "|", "(", ")", "{", "}"]);

/** Splits a shell script into commands. What they do is not looked at: this only tells where words stand. */
export function readShell(text: string): ShellScript {
  const reader = new Reader(text);
  const commands: ShellCommand[] = [];
  try {
    while (!reader.atEnd) commands.push(reader.command());
    return { commands, unclosedAt: null };
  } catch (error) {
    if (error instanceof Unclosed) return { commands, unclosedAt: lineOf(text, error.from) };
    throw error;
  }
}

/** The line of a place in a text, from 1. */
function lineOf(text: string, at: number): number {
  return text.slice(0, at).split("\n").length;
}

class Unclosed extends Error {
  constructor(readonly from: number) {
    super("a quote is never closed");
  }
}

class Reader {
  #at = 0;
  constructor(readonly text: string) {}

  get atEnd(): boolean {
    return this.#at >= this.text.length;
  }

  command(): ShellCommand {
    const words: ShellWord[] = [];
    let line = 0;
    while (!this.atEnd) {
      const letter = this.text[this.#at] ?? "";
      if (enders.has(letter)) {
        this.#at += 1;
        return { line, words, ender: letter };
      }
      if (this.#skipBlank(letter)) continue;
      if (words.length === 0) line = lineOf(this.text, this.#at);
      words.push(this.#word());
    }
    return { line, words, ender: "" };
  }

  /** Passes a blank, a continuation or a comment. */
  #skipBlank(letter: string): boolean {
    if (letter === " " || letter === "\t" || letter === "\r") this.#at += 1;
    else if (this.text.startsWith("\\\n", this.#at)) this.#at += 2;
    else if (this.text.startsWith("\\\r\n", this.#at)) this.#at += 3;
    else if (letter === "#") this.#at = this.#next("\n", this.text.length);
    else return false;
    return true;
  }

  #word(): ShellWord {
    const from = this.#at;
    const pieces: ShellPiece[] = [];
    while (!this.atEnd) {
      const letter = this.text[this.#at] ?? "";
      if (letter === "'") pieces.push(this.#single());
      else if (letter === '"') pieces.push(this.#double());
      else if (/[\s;&|]/.test(letter) || (enders.has(letter) && !this.#isExpansion())) break;
      else pieces.push(this.#bare());
    }
    if (this.#at === from) this.#at += 1;
    const isArray = this.text[this.#at] === "(" && /^\w+\+?=$/.test(this.text.slice(from, this.#at));
    const members = isArray ? this.#members() : null;
    return { from, to: this.#at, pieces, members };
  }

  /** An array may have blanks, line ends and comments between its members. */
  #members(): ShellWord[] {
    const open = this.#at;
    const members: ShellWord[] = [];
    this.#at += 1;
    while (this.text[this.#at] !== ")") {
      if (this.atEnd) throw new Unclosed(open);
      const letter = this.text[this.#at] ?? "";
      if (letter === "\n") this.#at += 1;
      else if (!this.#skipBlank(letter)) members.push(this.#word());
    }
    this.#at += 1;
    return members;
  }

  /** "{" and "(" belong to the word behind "$". */
  #isExpansion(): boolean {
    return this.text[this.#at - 1] === "$";
  }

  #single(): ShellPiece {
    const from = this.#at + 1;
    const to = this.text.indexOf("'", from);
    if (to < 0) throw new Unclosed(this.#at);
    this.#at = to + 1;
    return { quote: "single", from, to };
  }

  #double(): ShellPiece {
    const open = this.#at;
    this.#at += 1;
    while (this.text[this.#at] !== '"') {
      if (this.atEnd) throw new Unclosed(open);
      this.#step();
    }
    this.#at += 1;
    return { quote: "double", from: open + 1, to: this.#at - 1 };
  }

  #bare(): ShellPiece {
    const from = this.#at;
    do this.#step();
    while (!this.atEnd && !/[\s;&|"'(){}]/.test(this.text[this.#at] ?? ""));
    return { quote: "none", from, to: this.#at };
  }

  /** One character, or all of what is expanded, which may hold quotes of its own. */
  #step(): void {
    if (this.text[this.#at] === "\\") this.#at += 2;
    else if (this.text.startsWith("$(", this.#at)) this.#nested(")");
    else if (this.text.startsWith("${", this.#at)) this.#nested("}");
    else if (this.text[this.#at] === "`") this.#at = this.#next("`", -1) + 1;
    else this.#at += 1;
  }

  #nested(close: string): void {
    const open = this.#at;
    this.#at += 2;
    while (this.text[this.#at] !== close) {
      if (this.atEnd) throw new Unclosed(open);
      if (this.text[this.#at] === '"') this.#double();
      else if (this.text[this.#at] === "'" && close === ")") this.#single();
      else this.#step();
    }
    this.#at += 1;
  }

  #next(what: string, otherwise: number): number {
    const found = this.text.indexOf(what, this.#at + 1);
    if (found < 0 && otherwise < 0) throw new Unclosed(this.#at);
    return found < 0 ? otherwise : found;
  }
}
