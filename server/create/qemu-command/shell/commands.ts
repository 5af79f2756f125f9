import { splitFunctions } from "./functions";
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
const assignment = /^([A-Za-z_]\w*(?:\[[\w.-]+\])?)(\+?)=/;

/** Functions that call each other without end are given up. */
const mostCalls = 100;
const mostDepth = 8;

/** Reads a script to its end, as if all its branches were taken once. */
export function commandsOf(script: string): ScriptCommands {
  const { main, functions } = splitFunctions(tokensOf(script));
  const reader = new CommandReader(functions);
  reader.readAll(main);
  reader.readUncalled();
  const { commands, conditional, joined } = reader;
  return { commands, conditional, joined };
}

class CommandReader {
  readonly commands: string[][] = [];
  conditional = false;
  joined = false;
  readonly #variables = new Variables();
  readonly #functions: ReadonlyMap<string, Token[]>;
  readonly #called = new Set<string>();
  #words: string[] = [];
  /** Between "case" and "in". */
  #inSubject = false;
  #calls = 0;
  #depth = 0;

  constructor(functions: ReadonlyMap<string, Token[]>) {
    this.#functions = functions;
  }

  readAll(tokens: readonly Token[]) {
    for (const token of tokens) this.#read(token);
    this.#end();
  }

  /** Functions that nothing in the script calls by name, with arguments that are not known. */
  readUncalled() {
    for (const [name, body] of this.#functions) if (!this.#called.has(name)) this.readAll(body);
  }

  #read(token: Token) {
    if (token.kind === "end") this.#end();
    else if (token.kind === "array") {
      const values = token.words.flatMap((parts) => this.#variables.expand(parts));
      this.#variables.set(token.name, values, token.added);
    } else this.#readWord(token.parts);
  }

  #end() {
    const words = this.#words;
    this.#words = [];
    const [name] = words;
    if (name === undefined) return;
    const body = this.#functions.get(name);
    if (body !== undefined) return this.#call(name, body, words.slice(1));
    if (name === "shift") return this.#variables.shift(Number(words[1] ?? 1));
    if (name === "set" && words[1] === "--") return this.#variables.setPositional(words.slice(2));
    // A line that begins with an option is no command: the one before was meant to go on.
    const last = this.commands.at(-1);
    if (/^--?[A-Za-z]/.test(name) && last !== undefined) {
      last.push(...words);
      this.joined = true;
    } else this.commands.push(words);
  }

  #call(name: string, body: readonly Token[], values: readonly string[]) {
    this.#called.add(name);
    this.#calls += 1;
    if (this.#calls > mostCalls || this.#depth >= mostDepth) return;
    this.#depth += 1;
    const before = this.#variables.setPositional(values);
    this.readAll(body);
    this.#variables.setPositional(before);
    this.#depth -= 1;
  }

  #readWord(parts: readonly Part[]) {
    const [first] = parts;
    const text = first?.kind === "text" && !first.quoted ? first.text : "";
    if (this.#inSubject) {
      this.#inSubject = text !== "in";
      return;
    }
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
    this.#inSubject = text === "case";
    return keywords.has(text) || conditions.has(text);
  }
}
