/** What a seed's files are made of. */
export type YamlValue =
  | string
  | number
  | boolean
  | readonly YamlValue[]
  | { readonly [key: string]: YamlValue };

/**
 * A value as YAML that both 1.1 (cloud-init's PyYAML) and 1.2 read alike: texts are always in double quotes, so that none
 * is taken for a number, a date or "yes"; keys are plain words of ours.
 */
export function writeYaml(value: YamlValue): string {
  return `${lines(value).join("\n")}\n`;
}

function lines(value: YamlValue): string[] {
  if (isList(value)) return value.length === 0 ? ["[]"] : value.flatMap(listLines);
  if (typeof value === "object") {
    const entries = Object.entries(value);
    return entries.length === 0 ? ["{}"] : entries.flatMap(([key, entry]) => entryLines(key, entry));
  }
  return [typeof value === "string" ? quoted(value) : String(value)];
}

function listLines(item: YamlValue): string[] {
  const [first = "", ...rest] = lines(item);
  return [`- ${first}`, ...rest.map((line) => `  ${line}`)];
}

function entryLines(key: string, value: YamlValue): string[] {
  const name =
    /^[a-z][a-z0-9_-]*$/.test(key) && !/^(y|n|yes|no|on|off|true|false|null)$/.test(key) ? key : quoted(key);
  const inner = lines(value);
  const nested = typeof value === "object" && Object.keys(value).length > 0;
  return nested ? [`${name}:`, ...inner.map((line) => `  ${line}`)] : [`${name}: ${inner[0] ?? ""}`];
}

/** JSON's escapes are YAML's; line breaks of Unicode, DEL and C1 are for YAML to be escaped as well. */
function quoted(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

function isList(value: YamlValue): value is readonly YamlValue[] {
  return Array.isArray(value);
}
