/** Keys that are selected. Never changed in place. */
export type Selection = ReadonlySet<string>;

export const nothing: Selection = new Set();

/** The selection with `key` in or out. */
export function toggled(selection: Selection, key: string): Selection {
  const next = new Set(selection);
  if (!next.delete(key)) next.add(key);
  return next;
}

/** The selection with all from `anchor` to `to` in it, both included, as they stand in `keys`. */
export function withRange(
  selection: Selection,
  keys: readonly string[],
  anchor: string,
  to: string,
): Selection {
  const from = keys.indexOf(anchor);
  const until = keys.indexOf(to);
  if (from < 0 || until < 0) return new Set([...selection, to]);
  return new Set([...selection, ...keys.slice(Math.min(from, until), Math.max(from, until) + 1)]);
}

/** All of `keys` in; or, where they are all in already, all of them out. */
export function withAllToggled(selection: Selection, keys: readonly string[]): Selection {
  if (!keys.every((key) => selection.has(key))) return new Set([...selection, ...keys]);
  const out = new Set(keys);
  return new Set([...selection].filter((key) => !out.has(key)));
}
