import type { Element } from "@xmldom/xmldom";
import { attributeOf, childrenOf, parseXml } from "../../../xml/xml";

/** The named patterns of a RELAX NG schema; a name may be defined in several parts. */
export type Patterns = Map<string, Element[]>;

/** The start of a schema stands under this name. */
export const startName = "<start>";

/**
 * Reads a RELAX NG schema in XML form with all that it includes; what stands in an `<include>` replaces what was
 * included (https://relaxng.org/spec-20011203.html, 4.7).
 * @param schemas All of the folder that the schema stands in, by name.
 */
export function readPatterns(schemas: ReadonlyMap<string, string>, name: string): Patterns {
  const patterns: Patterns = new Map();
  const root = parseXml(schemas.get(name) ?? "<grammar/>").documentElement;
  for (const child of childrenOf(root)) {
    if (child.nodeName !== "include") addTo(patterns, child);
    else
      for (const [name, parts] of includedBy(child, schemas))
        patterns.set(name, [...(patterns.get(name) ?? []), ...parts]);
  }
  return patterns;
}

function includedBy(include: Element, schemas: ReadonlyMap<string, string>): Patterns {
  const included = readPatterns(schemas, attributeOf(include, "href") ?? "");
  const replacing: Patterns = new Map();
  for (const child of childrenOf(include)) addTo(replacing, child);
  return new Map([...included, ...replacing]);
}

function addTo(patterns: Patterns, element: Element): void {
  const { nodeName } = element;
  if (nodeName !== "define" && nodeName !== "start") return;
  const name = nodeName === "start" ? startName : (attributeOf(element, "name") ?? "");
  patterns.set(name, [...(patterns.get(name) ?? []), element]);
}
