import * as z from "zod";

/** One of an option's properties, "addr=0x4"; a bare word is "on" ("hv_time"). */
export interface Property {
  name: string;
  value: string;
  /** As it is written. */
  text: string;
}

/** What stands behind an option: "vfio-pci,host=00:02.0" has the kind "vfio-pci" and one property. */
export interface ParsedValue {
  /** The first part where it has no name; null where it has. */
  kind: string | null;
  properties: readonly Property[];
}

/** Reads a list of properties, or the JSON that newer QEMUs and libvirt write, nested ones by dotted names. */
export function parseValue(text: string): ParsedValue {
  if (text.startsWith("{")) return parseJson(text);
  const [first = "", ...rest] = splitAtCommas(text);
  if (first.includes("=")) return { kind: null, properties: [first, ...rest].map(property) };
  return { kind: first, properties: rest.map(property) };
}

function property(part: string): Property {
  const equals = part.indexOf("=");
  if (equals < 0) return { name: part, value: "on", text: part };
  return { name: part.slice(0, equals), value: part.slice(equals + 1), text: part };
}

/** A comma in a value is doubled. */
function splitAtCommas(text: string): string[] {
  const parts = [""];
  for (const [run] of text.matchAll(/,,|,|[^,]+/g)) {
    if (run === ",") parts.push("");
    else parts[parts.length - 1] += run === ",," ? "," : run;
  }
  return parts;
}

const objectSchema = z.record(z.string(), z.unknown());

function parseJson(text: string): ParsedValue {
  const parsed = objectSchema.safeParse(parseOrNull(text));
  if (!parsed.success) return { kind: null, properties: [{ name: text, value: "on", text }] };
  const properties = flattened(parsed.data, "");
  const kind = properties.find(({ name }) => ["driver", "qom-type", "type"].includes(name))?.value ?? null;
  return { kind, properties };
}

function parseOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function flattened(value: Readonly<Record<string, unknown>>, prefix: string): Property[] {
  return Object.entries(value).flatMap(([name, inner]) => {
    const nested = objectSchema.safeParse(inner);
    const whole = `${prefix}${name}`;
    if (nested.success) return flattened(nested.data, `${whole}.`);
    const value = textOf(inner);
    return [{ name: whole, value, text: `${whole}=${value}` }];
  });
}

function textOf(value: unknown): string {
  if (typeof value === "boolean") return value ? "on" : "off";
  return typeof value === "string" ? value : JSON.stringify(value);
}

export function isOn(value: string | undefined): boolean {
  return value === "on" || value === "yes" || value === "true";
}

export function isOff(value: string | undefined): boolean {
  return value === "off" || value === "no" || value === "false";
}
