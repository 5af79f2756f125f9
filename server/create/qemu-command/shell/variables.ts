import type { Part } from "./tokens";

/** A script's variables as far as it has been read. An array has several values, any other variable one. */
export class Variables {
  readonly #values = new Map<string, readonly string[]>();
  /** `$1` and the others; null where nobody knows what the script is called with. */
  #positional: readonly string[] | null = null;

  /** @returns Those before. */
  setPositional(values: readonly string[] | null): readonly string[] | null {
    const before = this.#positional;
    this.#positional = values;
    return before;
  }

  shift(count: number) {
    this.#positional = this.#positional?.slice(count) ?? null;
  }

  set(name: string, values: readonly string[], added = false) {
    // An associative array's values stand by their names.
    for (const value of values) {
      const [, key, named] = /^\[([\w.-]+)\]=(.*)$/s.exec(value) ?? [];
      if (key !== undefined && named !== undefined) this.#values.set(`${name}[${key}]`, [named]);
    }
    this.#values.set(name, added ? [...(this.#values.get(name) ?? []), ...values] : values);
  }

  /** `name+=more` of a variable that is no array. */
  append(name: string, more: string) {
    const [first = "", ...rest] = this.#values.get(name) ?? [];
    this.#values.set(name, [first + more, ...rest]);
  }

  /**
   * The words that the shell makes of one: variables replaced, and what comes of those that stand outside quotes is
   * split at white space. What the script does not set stays as it is written.
   */
  expand(parts: readonly Part[]): string[] {
    const fields: string[] = [];
    let field: string | null = null;
    const finish = () => {
      if (field !== null) fields.push(field);
      field = null;
    };
    for (const part of parts) {
      const values = part.kind === "text" ? [part.text] : this.#valuesOf(part);
      const splits = part.kind === "variable" && !part.quoted;
      for (const [number, value] of values.entries()) {
        if (number > 0) finish();
        for (const [place, piece] of (splits ? value.split(/\s+/) : [value]).entries()) {
          if (place > 0) finish();
          if (piece !== "" || !splits) field = (field ?? "") + piece;
        }
      }
    }
    finish();
    return fields;
  }

  /** As an assignment takes it: one text, never split. */
  text(parts: readonly Part[]): string {
    return parts.map((part) => (part.kind === "text" ? part.text : this.#valuesOf(part).join(" "))).join("");
  }

  #valuesOf({ name, each, fallback, instead, text }: Part & { kind: "variable" }): readonly string[] {
    const values = this.#known(name, each);
    const isEmpty = values === undefined || values.every((value) => value === "");
    // Of what is not known nobody can say whether it is empty.
    if (instead !== null && !(values === undefined && isParameter(name)))
      return [isEmpty ? "" : this.text(instead)];
    if (fallback !== null && isEmpty) return [this.text(fallback)];
    return values ?? [text];
  }

  /** undefined of what the script does not set. */
  #known(name: string, each: boolean): readonly string[] | undefined {
    if (isParameter(name)) {
      const given = this.#positional;
      if (given === null) return undefined;
      if (name === "@" || name === "*") return given;
      return [name === "#" ? String(given.length) : (given[Number(name) - 1] ?? "")];
    }
    const own = this.#values.get(name);
    const [, array, index] = /^(.*)\[(\d+)\]$/.exec(name) ?? [];
    if (own !== undefined && (array !== undefined || each)) return own;
    const values = this.#values.get(array ?? name);
    return each || values === undefined ? values : [values[Number(index ?? 0)] ?? ""];
  }
}

/** `$1` … `$9`, `$@`, `$*`, `$#`. */
function isParameter(name: string): boolean {
  return /^(?:[1-9]|[@*#])$/.test(name);
}
