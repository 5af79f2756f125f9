/** What a table has by a key of somebody else's text; what every object has ("constructor") is in none. */
export function entryOf<Value>(table: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
