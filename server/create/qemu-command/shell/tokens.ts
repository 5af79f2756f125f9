import { AppError } from "../../../errors";

/** A piece of a word. `text` is as the script has it, where it could not be told what the shell makes of it. */
export type Part =
  | { kind: "text"; text: string; quoted: boolean }
  /** `$NAME`, `${NAME:-fallback}`, `${NAME:+instead}`, `${NAME[@]}` (`each`). */
  | {
      kind: "variable";
      name: string;
      each: boolean;
      fallback: Part[] | null;
      instead: Part[] | null;
      text: string;
      quoted: boolean;
    };

export type Token =
  | { kind: "word"; parts: Part[] }
  /** `name=(…)` or `name+=(…)`. */
  | { kind: "array"; name: string; added: boolean; words: Part[][] }
  /** What ends a command: a new line, `;`, `&&`, `|`, a brace, … */
  | { kind: "end"; text: string };

const operator = /(?:\r?\n|;;|;|&&|\|\||\||&(?!>)|[()])/y;
/** A redirection with its target in front of which white space may stand; `<<` is looked at apart. */
const redirection = /(?:\d*|&)(?:>>|>\||>&|<&|<>|>|<<<|<(?!<))[ \t]*/y;
const hereDocument = /\d*<<(-?)[ \t]*(['"]?)([A-Za-z0-9_]+)\2/y;
const blank = /(?:[^\S\n]|\\\r?\n)+/y;
const arrayStart = /([A-Za-z_]\w*)(\+?)=\(/y;
const variable =
  /\$(?:([A-Za-z_]\w*|[0-9@*#?$!-])|\{([A-Za-z_]\w*|[0-9@*])(?:\[([@*]|[\w.-]+)\])?(?:(:?[-=+])([^{}]*))?\})/y;
const plain = /[^\s"'\\$`;&|()<>]+/y;

/**
 * A shell script as a row of words and of what ends a command (POSIX shell, "Token Recognition"; arrays as bash has
 * them). Comments, redirections and here-documents are left out: they say nothing of the words.
 * @throws AppError "bad-input" where a quote is not closed.
 */
export function tokensOf(script: string): Token[] {
  return new Tokenizer(script).tokens();
}

class Tokenizer {
  #at = 0;
  /** Ends of here-documents that begin behind the next new line. */
  #documents: string[] = [];

  constructor(readonly script: string) {}

  tokens(): Token[] {
    const found: Token[] = [];
    while (this.#at < this.script.length) {
      const token = this.#token();
      if (token !== null) found.push(token);
    }
    return found;
  }

  #take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.script);
    if (match !== null) this.#at += match[0].length;
    return match;
  }

  #token(): Token | null {
    if (this.#take(blank) !== null || this.#comment()) return null;
    const document = this.#take(hereDocument);
    if (document !== null) {
      this.#documents.push(document[3] ?? "");
      return null;
    }
    if (this.#take(redirection) !== null) {
      this.#word();
      return null;
    }
    const end = this.#take(operator);
    if (end !== null) {
      if (end[0].endsWith("\n")) this.#skipDocuments();
      return { kind: "end", text: end[0].trim() };
    }
    const array = this.#take(arrayStart);
    if (array !== null) {
      return { kind: "array", name: array[1] ?? "", added: array[2] === "+", words: this.#elements() };
    }
    const parts = this.#word();
    // What begins nothing is passed over.
    if (parts.length === 0) this.#at += 1;
    return parts.length === 0 ? null : { kind: "word", parts };
  }

  #comment(): boolean {
    if (this.script.charAt(this.#at) !== "#") return false;
    const end = this.script.indexOf("\n", this.#at);
    this.#at = end < 0 ? this.script.length : end;
    return true;
  }

  #skipDocuments() {
    for (const end of this.#documents.splice(0)) {
      const rest = this.script.slice(this.#at);
      const match = new RegExp(`^\\t*${end}\\r?$`, "m").exec(rest);
      this.#at += match === null ? rest.length : match.index + match[0].length;
    }
  }

  /** The words of an array, to its closing parenthesis. */
  #elements(): Part[][] {
    const words: Part[][] = [];
    for (;;) {
      const letter = this.script.charAt(this.#at);
      if (letter === "") throw unclosed("(");
      if (this.#take(blank) !== null || this.#comment()) continue;
      if (letter === ")") {
        this.#at += 1;
        return words;
      }
      if (letter === "\n" || "<>;&|(".includes(letter)) this.#at += 1;
      else words.push(this.#word());
    }
  }

  #word(): Part[] {
    const parts: Part[] = [];
    for (let part = this.#part(); part !== null; part = this.#part()) parts.push(...part);
    return parts;
  }

  /** Unquoted, or a whole pair of quotes; null where the word ends. */
  #part(): Part[] | null {
    const letter = this.script.charAt(this.#at);
    if (letter === "'") return [this.#singleQuoted()];
    if (letter === '"') return this.#doubleQuoted();
    if (letter === "\\") return this.#escaped();
    if (letter === "$" || letter === "`") return [this.#expansion(false)];
    const text = this.#take(plain)?.[0];
    return text === undefined ? null : [{ kind: "text", text, quoted: false }];
  }

  #escaped(): Part[] | null {
    if (/^\\\r?\n/.test(this.script.slice(this.#at, this.#at + 3))) return null;
    this.#at += 2;
    return [{ kind: "text", text: this.script.charAt(this.#at - 1), quoted: true }];
  }

  #singleQuoted(): Part {
    const end = this.script.indexOf("'", this.#at + 1);
    if (end < 0) throw unclosed("'");
    const text = this.script.slice(this.#at + 1, end);
    this.#at = end + 1;
    return { kind: "text", text, quoted: true };
  }

  #doubleQuoted(): Part[] {
    this.#at += 1;
    const parts: Part[] = [{ kind: "text", text: "", quoted: true }];
    for (;;) {
      const letter = this.script.charAt(this.#at);
      if (letter === "") throw unclosed('"');
      if (letter === '"') break;
      if (letter === "$" || letter === "`") parts.push(this.#expansion(true));
      else parts.push({ kind: "text", text: this.#quotedLetter(), quoted: true });
    }
    this.#at += 1;
    return parts;
  }

  /** A backslash within double quotes hides only what would be special there. */
  #quotedLetter(): string {
    const letter = this.script.charAt(this.#at);
    const next = this.script.charAt(this.#at + 1);
    const escapes = letter === "\\" && '"\\$`\n'.includes(next) && next !== "";
    this.#at += escapes ? 2 : 1;
    if (!escapes) return letter;
    return next === "\n" ? "" : next;
  }

  /** `$NAME` and its like; what a command or a sum would put out stays as it is written. */
  #expansion(quoted: boolean): Part {
    const start = this.#at;
    const match = this.#take(variable);
    if (match === null) return { kind: "text", text: this.#unknown(), quoted: true };
    const [text, short, long, index, sign, other] = match;
    const parts = other === undefined ? null : new Tokenizer(other).#within();
    const isInstead = sign?.endsWith("+") === true;
    const name = short ?? long ?? "";
    const each = index === "@" || index === "*";
    const place = index !== undefined && !each ? `${name}[${index}]` : name;
    return {
      kind: "variable",
      name: place,
      each,
      fallback: isInstead ? null : parts,
      instead: isInstead ? parts : null,
      text: text || this.script.charAt(start),
      quoted,
    };
  }

  /** What stands within braces: one text, with variables in it. */
  #within(): Part[] {
    const parts: Part[] = [{ kind: "text", text: "", quoted: true }];
    while (this.#at < this.script.length) {
      const letter = this.script.charAt(this.#at);
      if (letter === '"') this.#at += 1;
      else if (letter === "$" || letter === "`") parts.push(this.#expansion(true));
      else parts.push({ kind: "text", text: this.#quotedLetter(), quoted: true });
    }
    return parts;
  }

  #unknown(): string {
    const opened = this.script.slice(this.#at, this.#at + 2);
    const start = this.#at;
    if (opened.startsWith("`")) this.#skipTo("`");
    else if (opened === "$(") this.#skipBalanced("(", ")");
    else if (opened === "${") this.#skipBalanced("{", "}");
    else this.#at += 1;
    return this.script.slice(start, this.#at);
  }

  #skipTo(letter: string) {
    const end = this.script.indexOf(letter, this.#at + 1);
    if (end < 0) throw unclosed(letter);
    this.#at = end + 1;
  }

  #skipBalanced(open: string, close: string) {
    let depth = 0;
    for (; this.#at < this.script.length; this.#at += 1) {
      const letter = this.script.charAt(this.#at);
      if (letter === open) depth += 1;
      if (letter === close) depth -= 1;
      if (letter === close && depth === 0) {
        this.#at += 1;
        return;
      }
    }
    throw unclosed(open);
  }
}

function unclosed(mark: string): AppError {
  return new AppError("bad-input", { userMessage: `The command has a ${mark} that is not closed.` });
}
