import { isDeepStrictEqual } from "node:util";
import { isMap, isScalar, type Pair, parseDocument, type YAMLMap } from "yaml";
import { readYaml } from "../../yaml/read-yaml";

/** Stands where all that a definition says is taken away: netplan takes no empty one. */
const filler = "dhcp4: false";

/**
 * A YAML file without some keys of one map; every other byte stays.
 * @param path To the map.
 * @returns null where that can't be done to a text without changing what else it says.
 */
export function removeKeys(text: string, path: readonly string[], keys: ReadonlySet<string>): string | null {
  const map = parseDocument(text, { logLevel: "error" }).getIn(path);
  if (!isMap(map) || map.flow === true) return null;
  const gone = map.items.filter((pair) => keys.has(nameOf(pair)));
  if (gone.length === 0) return text;
  let result = text;
  for (const pair of [...gone].reverse()) {
    const range = linesOf(text, pair);
    if (range === null) return null;
    const rest = gone.length === map.items.length && pair === gone[0] ? `${range.indent}${filler}\n` : "";
    result = `${result.slice(0, range.start)}${rest}${result.slice(range.end)}`;
  }
  return isSameWithout(text, result, path, keys) ? result : null;
}

function nameOf({ key }: Pair): string {
  return isScalar(key) ? String(key.value) : "";
}

/** The whole lines of a pair; null where it shares one with something else. */
function linesOf(text: string, { key, value }: Pair<unknown, unknown>) {
  const from = rangeOf(key)?.[0];
  const to = rangeOf(value)?.[1] ?? rangeOf(key)?.[1];
  if (from === undefined || to === undefined) return null;
  const start = text.lastIndexOf("\n", from - 1) + 1;
  const indent = text.slice(start, from);
  if (indent.trim() !== "") return null;
  const last = text.slice(0, to).trimEnd().length;
  const lineEnd = text.indexOf("\n", last);
  return { start, end: lineEnd === -1 ? text.length : lineEnd + 1, indent };
}

function rangeOf(node: unknown): readonly number[] | undefined {
  return typeof node === "object" && node !== null && "range" in node && Array.isArray(node.range)
    ? node.range
    : undefined;
}

/** Read back, it says the same but for the keys. */
function isSameWithout(
  before: string,
  after: string,
  path: readonly string[],
  keys: ReadonlySet<string>,
): boolean {
  const wanted = parseDocument(before, { logLevel: "error" });
  const map = wanted.getIn(path) as YAMLMap;
  for (const pair of [...map.items]) if (keys.has(nameOf(pair))) map.delete(pair.key);
  if (map.items.length === 0) map.set("dhcp4", false);
  const reading = readYaml(after);
  return "value" in reading && isDeepStrictEqual(reading.value, wanted.toJS());
}
