import { type Part, type Token, tokensOf } from "./tokens";
import { Variables } from "./variables";

/** The commands that a script has in it, in their order, with their words as the shell would hand them over. */
export interface ScriptCommands {
  commands: string[][];
  /** Whether some of them are carried out only under a condition, or more than once. */
  conditional: boolean;
  /** Whether a line that begins with an option was added to the command before it, which the shell would not do. */
  joined: boolean;
}

const declarations = new Set(["export", "local", "declare", "readonly", "typeset"]);
const keywords = new Set("then else fi do done esac { } ! time elif in".split(" "));
const conditions = new Set(["if", "elif", "for", "while", "until", "case", "select"]);
const assignment = /^([A-Za-z_]\w*)(\+?)=/;

/** Reads a script to its end, as if all its branches were taken once. */
export function commandsOf(script: string): ScriptCommands {
  const reader = new CommandReader();
  for (const token of tokensOf(script)) reader.read(token);
  reader.end();
  const { commands, conditional, joined } = reader;
  return { commands, conditional, joined };
}

class CommandReader {
  readonly commands: string[][] = [];
  conditional = false;
  joined = false;
  readonly #variables = new Variables();
  #words: string[] = [];

  read(token: Token) {
    if (token.kind === "end") this.end();
    else if (token.kind === "array") {
      const values = token.words.flatMap((parts) => this.#variables.expand(parts));
      this.#variables.set(token.name, values, token.added);
    } else this.#readWord(token.parts);
  }

  end() {
    // A line that begins with an option is no command: the one before was meant to go on.
    const goesOn = /^--?[A-Za-z]/.test(this.#words[0] ?? "");
    const last = this.commands.at(-1);
    if (goesOn && last !== undefined) {
      last.push(...this.#words);
      this.joined = true;
    } else if (this.#words.length > 0) this.commands.push(this.#words);
    this.#words = [];
  }

  #readWord(parts: readonly Part[]) {
    const [first] = parts;
    const text = first?.kind === "text" && !first.quoted ? first.text : "";
    const atStart = this.#words.length === 0 || declarations.has(this.#words[0] ?? "");
    const [whole, name, added] = (atStart && assignment.exec(text)) || [];
    if (whole !== undefined && name !== undefined && first !== undefined) {
      const rest = [{ ...first, text: text.slice(whole.length) } as Part, ...parts.slice(1)];
      const value = this.#variables.text(rest);
      if (added === "+") this.#variables.append(name, value);
      else this.#variables.set(name, [value]);
      return;
    }
    if (this.#words.length === 0 && parts.length === 1 && this.#isKeyword(text)) return;
    this.#words.push(...this.#variables.expand(parts));
  }

  #isKeyword(text: string): boolean {
    this.conditional ||= conditions.has(text);
    return keywords.has(text) || conditions.has(text);
  }
}
