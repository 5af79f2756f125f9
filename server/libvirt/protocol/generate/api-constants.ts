import { DOMParser } from "@xmldom/xmldom";

/** Enumerations and numeric macros of libvirt's public API. */
export interface ApiConstants {
  /** Members by enumeration (`virDomainState`) and name (`VIR_DOMAIN_RUNNING`). */
  enumerations: Map<string, Map<string, number>>;
  /** Everything by name, macros (`VIR_UUID_BUFLEN`) included. */
  byName: Map<string, number>;
}

/** Reads `libvirt-api.xml`, which libvirt writes from its own headers. */
export function parseApiConstants(xml: string): ApiConstants {
  const document = new DOMParser().parseFromString(xml, "text/xml");
  const attributes = (tag: string, names: string[]) =>
    Array.from(document.getElementsByTagName(tag), (element) =>
      names.map((name) => element.getAttribute(name) ?? ""),
    );
  const written = new Map<string, string>();
  for (const [name = "", value = ""] of attributes("enum", ["name", "value"])) written.set(name, value);
  const byName = new Map<string, number>();
  for (const [name = "", raw = ""] of attributes("macro", ["name", "raw"])) {
    const value = sum(raw);
    if (value !== undefined) byName.set(name, value);
  }
  for (const name of written.keys()) byName.set(name, follow(written, name));
  return { enumerations: group(attributes("enum", ["type", "name"]), byName), byName };
}

/** Some members are another member's name. */
function follow(written: ReadonlyMap<string, string>, name: string): number {
  const value = written.get(name);
  if (value === undefined) throw new Error(`no value of ${name}`);
  return /^-?\d+$/.test(value) ? Number(value) : follow(written, value);
}

/** Sizes are written as "(16)" or "(256 + 1)". */
function sum(raw: string): number | undefined {
  const terms = /^\((\d+)(?: \+ (\d+))?\)$/.exec(raw);
  return terms ? Number(terms[1]) + Number(terms[2] ?? 0) : undefined;
}

function group(members: string[][], byName: ReadonlyMap<string, number>): ApiConstants["enumerations"] {
  const enumerations: ApiConstants["enumerations"] = new Map();
  for (const [type = "", name = ""] of members) {
    const enumeration = enumerations.get(type) ?? new Map<string, number>();
    enumerations.set(type, enumeration.set(name, byName.get(name) ?? 0));
  }
  return enumerations;
}
