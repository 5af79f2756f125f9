import type { Element } from "@xmldom/xmldom";
import type { LibvirtSchemas } from "../../../host/libvirt/libvirt-schemas";
import { attributeOf, childrenOf } from "../../../xml/xml";
import { patternsOfDomains } from "./domain-patterns";
import type { Grammar, GrammarNode } from "./grammar.schema";
import { type Patterns, startName } from "./read-grammar";

const known = new WeakMap<LibvirtSchemas, Grammar>();

/**
 * What may stand where in a domain's XML, by the schema of a host's own libvirt; read once.
 * @returns null where the schema is not installed there.
 */
export async function grammarOfDomains(schemas: LibvirtSchemas): Promise<Grammar | null> {
  const patterns = await patternsOfDomains(schemas);
  if (patterns === null) return null;
  const grammar = known.get(schemas) ?? new GrammarReader(patterns).read();
  known.set(schemas, grammar);
  return grammar;
}

class GrammarReader {
  readonly #nodes: GrammarNode[] = [];
  readonly #places = new Map<Element, number>();

  readonly #patterns: Patterns;

  constructor(patterns: Patterns) {
    this.#patterns = patterns;
  }

  read(): Grammar {
    const start: GrammarNode = { name: startName, attributes: {}, children: [], values: [] };
    for (const part of this.#patterns.get(startName) ?? []) this.#collect(part, start, new Set());
    return { roots: start.children, nodes: this.#nodes };
  }

  /** Adds to `node` what the patterns inside of `pattern` allow. */
  #collect(pattern: Element, node: GrammarNode, entered: Set<string>): void {
    for (const child of childrenOf(pattern)) {
      if (child.nodeName === "element") this.#addChild(child, node);
      else if (child.nodeName === "attribute") this.#addAttribute(child, node);
      else if (child.nodeName === "value") addOnce(node.values, child.textContent ?? "");
      else this.#follow(child, entered, (next) => this.#collect(next, node, entered));
    }
  }

  /** Calls `visit` with what is inside of a pattern, or with what a reference means, once for each name. */
  #follow(pattern: Element, entered: Set<string>, visit: (next: Element) => void): void {
    if (pattern.nodeName !== "ref") {
      visit(pattern);
      return;
    }
    const name = attributeOf(pattern, "name") ?? "";
    if (entered.has(name)) return;
    entered.add(name);
    for (const part of this.#patterns.get(name) ?? []) visit(part);
  }

  #addChild(element: Element, parent: GrammarNode): void {
    const name = nameOf(element);
    if (name === null) return;
    const place = this.#places.get(element) ?? this.#addNode(element, name);
    addOnce(parent.children, place);
  }

  #addNode(element: Element, name: string): number {
    const node: GrammarNode = { name, attributes: {}, children: [], values: [] };
    const place = this.#nodes.push(node) - 1;
    // Before its content is looked at: elements may contain themselves.
    this.#places.set(element, place);
    this.#collect(element, node, new Set());
    return place;
  }

  #addAttribute(attribute: Element, node: GrammarNode): void {
    const name = attributeOf(attribute, "name");
    if (name === null) return;
    const values = node.attributes[name] ?? [];
    node.attributes[name] = values;
    const entered = new Set<string>();
    const visit = (pattern: Element) => {
      for (const child of childrenOf(pattern)) {
        if (child.nodeName === "value") addOnce(values, child.textContent ?? "");
        else this.#follow(child, entered, visit);
      }
    };
    visit(attribute);
  }
}

/** An element of a driver's own namespace has libvirt's usual prefix; one that may have any name is no help. */
function nameOf(element: Element): string | null {
  const name = attributeOf(element, "name");
  const driver = /\/schemas\/domain\/(\w+)\//.exec(attributeOf(element, "ns") ?? "")?.[1];
  return name !== null && driver !== undefined ? `${driver}:${name}` : name;
}

function addOnce<Item>(list: Item[], item: Item): void {
  if (!list.includes(item)) list.push(item);
}
