import type { Part } from "./tokens";

/** A script's variables as far as it has been read. An array has several values, any other variable one. */
export class Variables {
  readonly #values = new Map<string, readonly string[]>();

  set(name: string, values: readonly string[], added = false) {
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

  #valuesOf({ name, each, fallback, text }: Part & { kind: "variable" }): readonly string[] {
    const [, array, index] = /^(.*)\[(\d+)\]$/.exec(name) ?? [];
    const values = this.#values.get(array ?? name);
    if (values === undefined) return [fallback ?? text];
    if (each) return values;
    return [values[Number(index ?? 0)] ?? ""];
  }
}
