/**
 * The distribution's name for people, by os-release(5): PRETTY_NAME, else NAME and VERSION; null where neither is
 * there. Values may be quoted as in a shell.
 */
export function distributionOf(osRelease: string): string | null {
  const fields = distributionFields(osRelease);
  const pretty = fields.get("PRETTY_NAME");
  if (pretty) return pretty;
  return [fields.get("NAME"), fields.get("VERSION")].filter(Boolean).join(" ") || null;
}

/** The fields of an os-release file by name ("ID", "ID_LIKE"). */
export function distributionFields(osRelease: string): Map<string, string> {
  const fields = new Map<string, string>();
  for (const line of osRelease.split("\n")) {
    const match = /^([A-Z_][A-Z0-9_]*)=(.*)$/.exec(line.trim());
    if (match?.[1] !== undefined && match[2] !== undefined) fields.set(match[1], unquoted(match[2]));
  }
  return fields;
}

function unquoted(value: string): string {
  const quote = value[0];
  const isQuoted = value.length > 1 && (quote === '"' || quote === "'") && value.endsWith(quote);
  return isQuoted ? value.slice(1, -1).replace(/\\(["'$`\\])/g, "$1") : value;
}
