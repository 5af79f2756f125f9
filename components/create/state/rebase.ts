/**
 * What somebody made of `from`, carried over to `to`: parts that they left alone become those of `to`, parts that they
 * changed stay. Objects are compared key by key and lists of the same length item by item; objects of another kind, and
 * lists that grew or shrank, are one part.
 */
export function rebase<Value>(mine: Value, from: Value, to: Value): Value;
export function rebase(mine: unknown, from: unknown, to: unknown): unknown {
  if (isEqual(mine, from)) return to;
  if (isList(mine) && isList(from) && isList(to) && from.length === mine.length && to.length === mine.length)
    return mine.map((item, index) => rebase(item, from[index], to[index]));
  if (!isRecord(mine) || !isRecord(from) || !isRecord(to)) return mine;
  if (mine.kind !== from.kind || mine.kind !== to.kind) return mine;
  const keys = new Set([...Object.keys(mine), ...Object.keys(to)]);
  const entries = [...keys].map((key): [string, unknown] => [key, rebase(mine[key], from[key], to[key])]);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

function isList(value: unknown): value is unknown[] {
  return Array.isArray(value);
}

function isEqual(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
