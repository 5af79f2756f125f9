import type { Element } from "@xmldom/xmldom";
import { attributeOf, childrenOf } from "../../xml/xml";
import { type Patterns, startName } from "../changes/grammar/read-grammar";
import type { Part } from "../fields/part";
import { type IsChosen, PatternReader } from "./pattern-reading";

/**
 * What of an element of a definition, and of all that is in it, the schema has no place for. Elements and attributes of
 * other namespaces are nobody's business here. What is missing is not told.
 * @param isChosen Attributes to which the others have to fit.
 */
export function misplacedParts(patterns: Patterns, element: Element, isChosen: IsChosen): Part[] {
  const reader = new PatternReader(patterns, isChosen);
  const alike = patternsFor(patterns, reader, element);
  return alike.length === 0 ? [] : misplacedIn(reader, alike, element);
}

/** The patterns that an element may be at its place in its document. */
function patternsFor(patterns: Patterns, reader: PatternReader, element: Element): Element[] {
  const parent = element.parentNode;
  if (parent === null || parent.nodeType !== element.nodeType) {
    const start = patterns.get(startName)?.[0];
    return start === undefined ? [] : named(reader.contentOf(start, element).children, element);
  }
  const around = parent as Element;
  const above = patternsFor(patterns, reader, around);
  return named(readingOf(reader, above, around).children, element);
}

function misplacedIn(reader: PatternReader, alike: readonly Element[], element: Element): Part[] {
  const { takes, children } = readingOf(reader, alike, element);
  const attributes = Array.from(element.attributes, ({ name }) => name)
    .filter((name) => !name.includes(":") && name !== "xmlns" && !takes.has(name))
    .map((attribute): Part => ({ element, attribute }));
  const inside = childrenOf(element)
    .filter(({ namespaceURI }) => !namespaceURI)
    .flatMap((child): Part[] => {
      const fitting = named(children, child);
      return fitting.length === 0
        ? [{ element: child, attribute: null }]
        : misplacedIn(reader, fitting, child);
    });
  return [...attributes, ...inside];
}

function readingOf(reader: PatternReader, alike: readonly Element[], element: Element) {
  return reader.best(
    alike.map((pattern) => reader.contentOf(pattern, element)),
    element,
  );
}

/** A pattern without a name of its own is one for elements of any name. */
function named(patterns: readonly Element[], { nodeName }: Element): Element[] {
  return patterns.filter((pattern) => {
    const name = attributeOf(pattern, "name");
    return name === null || name === nodeName;
  });
}
