import { fragmentsOf } from "./pattern-fragments";
import type { TroubleRule } from "./trouble";

interface Fragment {
  text: string;
  /** The rule's place among all. */
  rule: number;
}

/**
 * Rules by the literal texts that they can't match without: a log has 50,000 lines, and nearly none of them has any.
 * Texts are found by their last four letters, whose key is kept up while a line is read, letter by letter.
 */
export class RuleIndex {
  readonly #rules: readonly TroubleRule[];
  readonly #byKey = new Map<number, Fragment[]>();
  /** Which keys there are: asked for each letter. */
  readonly #isKey = new Uint8Array(0x10000);
  #unindexed: readonly number[] | null = null;

  constructor(rules: readonly TroubleRule[]) {
    this.#rules = rules;
  }

  /** Rules without such a text, which every line is tried with. Whoever asks first waits for all patterns to be read. */
  get unindexed(): readonly number[] {
    this.#unindexed ??= this.#read();
    return this.#unindexed;
  }

  #read(): number[] {
    const unindexed: number[] = [];
    for (const [rule, { pattern }] of this.#rules.entries()) {
      const fragments = fragmentsOf(pattern);
      if (fragments === null) unindexed.push(rule);
      for (const text of fragments ?? []) this.#add({ text, rule });
    }
    return unindexed;
  }

  /** The rules that may match a text, in their order. */
  candidates(text: string): readonly TroubleRule[] {
    const found = new Set(this.unindexed);
    this.#collect(found, text.toLowerCase());
    if (found.size === 0) return [];
    return [...found].sort((one, other) => one - other).flatMap((place) => this.#rules[place] ?? []);
  }

  #collect(found: Set<number>, text: string): void {
    const isKey = this.#isKey;
    const length = text.length;
    let key = 0;
    for (let at = 0; at < length; at += 1) {
      key = nextKey(key, text.charCodeAt(at));
      if (isKey[key] === 0) continue;
      for (const fragment of this.#byKey.get(key) ?? []) {
        if (text.endsWith(fragment.text, at + 1)) found.add(fragment.rule);
      }
    }
  }

  #add(fragment: Fragment): void {
    let key = 0;
    for (let at = fragment.text.length - 4; at < fragment.text.length; at += 1) {
      key = nextKey(key, fragment.text.charCodeAt(at));
    }
    this.#isKey[key] = 1;
    this.#byKey.set(key, [...(this.#byKey.get(key) ?? []), fragment]);
  }
}

/** Four bits further for each letter: after four letters nothing is left of those before. */
function nextKey(key: number, letter: number): number {
  return ((key << 4) ^ letter) & 0xffff;
}
