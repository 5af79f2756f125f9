import type { Element } from "@xmldom/xmldom";
import { childrenOf } from "../../xml/xml";
import type { Field, Values } from "./field.schema";
import { isSamePart, type Part } from "./part";
import { placeOf } from "./place";
import { partAt } from "./values";

/**
 * What an element says of the old values of fields that change, and of nothing else: an image's backing files, a network's
 * port group. What a field of the form stands for, or is inside of it, is not among it, unless the old value's field owns it by name.
 */
export function belongingsOf(
  element: Element,
  fields: readonly Field[],
  { now, to }: { now: Values; to: Values },
): Part[] {
  const asked = partsOf(
    element,
    fields.filter(({ name }) => to[name] != null),
  );
  const known = partsOf(element, fields);
  const owners = fields.filter(({ name }) => name in to && (now[name] ?? null) !== to[name]);
  const all = owners.flatMap(({ owns = [] }) => owns).flatMap((at) => ownedAt(element, at, known));
  return all.filter(
    (part, place) =>
      !asked.some((one) => isSamePart(one, part)) && all.findIndex((one) => isSamePart(one, part)) === place,
  );
}

function partsOf(element: Element, fields: readonly Field[]): Part[] {
  return fields.flatMap(({ at }) => partAt(element, placeOf(at)) ?? []);
}

function ownedAt(element: Element, at: string, known: readonly Part[]): Part[] {
  if (!at.endsWith("/*")) {
    const part = partAt(element, placeOf(at));
    return part === null ? [] : [part];
  }
  const within = partAt(element, placeOf(at.slice(0, -2)))?.element;
  if (within === undefined) return [];
  const attributes = Array.from(
    within.attributes,
    ({ name }): Part => ({ element: within, attribute: name }),
  );
  const children = childrenOf(within).map((child): Part => ({ element: child, attribute: null }));
  const isKnown = (part: Part) =>
    known.some(
      (one) => isSamePart(one, part) || (part.attribute === null && isInside(part.element, one.element)),
    );
  return [...attributes, ...children].filter((part) => !isKnown(part));
}

function isInside(outer: Element, inner: Element): boolean {
  for (let node = inner.parentNode; node !== null; node = node.parentNode) if (node === outer) return true;
  return false;
}
