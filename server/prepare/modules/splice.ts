/** Characters from `from` to before `to` become `insert`. */
export interface Splice {
  from: number;
  to: number;
  insert: string;
}

/** Puts splices into a text, of which several may take the same away; of several at one place the first comes first. */
export function spliced(text: string, splices: readonly Splice[]): string {
  let result = "";
  let at = 0;
  for (const { from, to, insert } of splices.toSorted((one, other) => one.from - other.from)) {
    result += text.slice(at, from) + insert;
    at = Math.max(at, to);
  }
  return result + text.slice(at);
}
