import type { Element } from "@xmldom/xmldom";
import { attributeOf } from "../../xml/xml";

/** An element of a definition, or one of its attributes. */
export interface Part {
  element: Element;
  attribute: string | null;
}

export function isSamePart(one: Part, other: Part): boolean {
  return one.element === other.element && one.attribute === other.attribute;
}

/** A part as it is written: "<backingStore>", "portgroup='lan' of <source>". */
export function partWords({ element, attribute }: Part): string {
  const tag = `<${element.nodeName}>`;
  return attribute === null ? tag : `${attribute}='${attributeOf(element, attribute)}' of ${tag}`;
}
