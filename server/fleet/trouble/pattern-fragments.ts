/** Shorter ones stand in nearly every line of a log. */
const shortest = 4;

/**
 * Literal texts of which at least one stands in whatever a pattern matches, in small letters; null where the pattern has
 * none that is worth looking for. Knows what this folder's patterns are made of: literals, classes, groups, quantifiers.
 */
export function fragmentsOf({ source }: RegExp): readonly string[] | null {
  return new PatternReader(source).alternatives();
}

class PatternReader {
  readonly #source: string;
  #at = 0;

  constructor(source: string) {
    this.#source = source;
  }

  /** Up to the end of the group or pattern: each alternative has to give something. */
  alternatives(): string[] | null {
    let found: string[] | null = [];
    do {
      const one = this.#sequence();
      found = found === null || one === null ? null : [...found, ...one];
    } while (this.#skip("|"));
    return found;
  }

  /** The best of what stands one behind the other: the one whose shortest text is longest. */
  #sequence(): string[] | null {
    let best: string[] | null = null;
    let run = "";
    const consider = (found: string[] | null) => {
      if (found !== null && lengthOf(found) >= shortest && lengthOf(found) > lengthOf(best)) best = found;
    };
    const end = () => {
      consider([run]);
      run = "";
    };
    while (this.#at < this.#source.length && !"|)".includes(this.#source[this.#at] ?? "")) {
      const term = this.#term();
      const isOnce = !this.#skipQuantifier();
      if (term.kind === "nothing") continue;
      if (term.kind === "literal" && isOnce) run += term.text;
      else end();
      if (term.kind === "group" && this.#wasNeeded) consider(term.found);
    }
    end();
    return best;
  }

  #term():
    | { kind: "literal"; text: string }
    | { kind: "group"; found: string[] | null }
    | { kind: "nothing" | "other" } {
    const letter = this.#source[this.#at++] ?? "";
    if (letter === "(") return this.#group();
    if (letter === "[") return this.#class();
    if (letter === "^" || letter === "$") return { kind: "nothing" };
    if (letter === ".") return { kind: "other" };
    if (letter !== "\\") return { kind: "literal", text: letter.toLowerCase() };
    const escaped = this.#source[this.#at++] ?? "";
    if (escaped === "b") return { kind: "nothing" };
    return /[a-zA-Z0-9]/.test(escaped) ? { kind: "other" } : { kind: "literal", text: escaped };
  }

  #group(): { kind: "group"; found: string[] | null } {
    const opening = /^\?(?:<[=!]|<\w+>|[:=!])/.exec(this.#source.slice(this.#at, this.#at + 40))?.[0] ?? "";
    this.#at += opening.length;
    const found = this.alternatives();
    this.#skip(")");
    return { kind: "group", found: opening.endsWith("!") ? null : found };
  }

  /** [Cc] is a letter in either case; any other class is a choice. */
  #class(): { kind: "literal"; text: string } | { kind: "other" } {
    const members = /^(?:\\.|[^\]\\])*/.exec(this.#source.slice(this.#at))?.[0] ?? "";
    this.#at += members.length + 1;
    const [first = "", second] = members.toLowerCase();
    return members.length === 2 && first === second ? { kind: "literal", text: first } : { kind: "other" };
  }

  /** Whether what stood before the quantifier that was skipped last has to be there. */
  #wasNeeded = true;

  #skipQuantifier(): boolean {
    const quantifier =
      /^(?:[*+?]|\{\d+(?:,\d*)?\})\??/.exec(this.#source.slice(this.#at, this.#at + 20))?.[0] ?? "";
    this.#at += quantifier.length;
    this.#wasNeeded = !/^(?:[*?]|\{0)/.test(quantifier);
    return quantifier !== "";
  }

  #skip(letter: string): boolean {
    const isThere = this.#source[this.#at] === letter;
    if (isThere) this.#at += 1;
    return isThere;
  }
}

function lengthOf(found: readonly string[] | null): number {
  return found === null || found.length === 0 ? 0 : Math.min(...found.map((text) => text.length));
}
