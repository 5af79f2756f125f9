import * as z from "zod";

/** What stands behind an option: "vfio-pci,host=00:02.0" has the kind "vfio-pci" and one property. */
export interface QemuProperties {
  /** The first part where it has no name; null where it has. */
  kind: string | null;
  values: ReadonlyMap<string, string>;
}

const jsonValue = z.record(z.string(), z.unknown());

/** Reads a list of properties, or the JSON that newer QEMUs and libvirt write. A bare name is "on" ("hv_time"). */
export function readProperties(text: string): QemuProperties {
  if (text.startsWith("{")) return readJson(text);
  const values = new Map<string, string>();
  let kind: string | null = null;
  for (const [number, part] of splitAtCommas(text).entries()) {
    const equals = part.indexOf("=");
    if (equals < 0 && number === 0) kind = part;
    else if (equals < 0) values.set(part, "on");
    else values.set(part.slice(0, equals), part.slice(equals + 1));
  }
  return { kind, values };
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

function readJson(text: string): QemuProperties {
  const parsed = jsonValue.safeParse(parseOrNull(text));
  if (!parsed.success) return { kind: null, values: new Map() };
  const values = new Map<string, string>();
  for (const [name, value] of Object.entries(parsed.data)) {
    values.set(name, typeof value === "boolean" ? (value ? "on" : "off") : String(value));
  }
  const kind = values.get("driver") ?? values.get("qom-type") ?? values.get("type") ?? null;
  return { kind, values };
}

function parseOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

export function isOn(value: string | undefined): boolean {
  return value === "on" || value === "yes" || value === "true";
}
