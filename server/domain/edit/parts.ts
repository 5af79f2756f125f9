import type { Document, Element } from "@xmldom/xmldom";
import * as z from "zod";
import { insertElement, insertElementBefore, removeElement } from "../../xml/white-space";
import { attributeOf, childOf, childrenOf, parseXml, serializeXml } from "../../xml/xml";
import { dropEmptyContainer, ensureContainer } from "./containers";
import { insertInOrder } from "./domain-order";
import { domainOf } from "./domain-root";

/** An element that an edit is about: a child of the domain, or of one of its children ("features", "cputune" …). */
export interface Part {
  container: string | null;
  name: string;
  /** Of its children of this name only this attribute, where the rest is another edit's. */
  aspect?: { child: string; attribute: string };
}

export function partOf(document: Document, { container, name }: Part): Element | null {
  const domain = domainOf(document);
  return container === null ? childOf(domain, name) : childOf(domain, container, name);
}

/** The part, made where it is not there; with the container that it needs. */
export function ensurePart(document: Document, part: Part): Element {
  const found = partOf(document, part);
  if (found !== null) return found;
  const made = document.createElement(part.name);
  if (part.container === null) insertInOrder(document, made);
  else insertElement(ensureContainer(document, part.container), made);
  return made;
}

export function removePart(document: Document, part: Part) {
  const found = partOf(document, part);
  if (found !== null) removeElement(found);
  if (part.container !== null) dropEmptyContainer(document, part.container);
}

/** A part as text, and its place among its siblings; null where there is none. */
export interface PartCopy {
  text: string;
  index: number;
}

export function copyPart(document: Document, part: Part): PartCopy | null {
  const element = partOf(document, part);
  if (element === null) return null;
  if (part.aspect !== undefined) return { text: JSON.stringify(aspectOf(element, part.aspect)), index: 0 };
  return { text: copyText(element), index: childrenOf(element.parentNode as Element).indexOf(element) };
}

/** The part as it was in a copy, white space and all. */
export function putPart(document: Document, part: Part, copy: PartCopy | null) {
  const found = partOf(document, part);
  if (copy === null) return removePart(document, part);
  if (part.aspect !== undefined) return putAspect(found, part.aspect, copy.text);
  const element = readCopy(document, copy.text);
  if (found !== null) {
    found.parentNode?.replaceChild(element, found);
    return;
  }
  insertAt(holderOf(document, part), element, copy.index);
}

type Aspect = NonNullable<Part["aspect"]>;

/** The attribute of each of the children that an aspect is about. */
export function aspectOf(element: Element, { child, attribute }: Aspect): (string | null)[] {
  return childrenOf(element, child).map((one) => attributeOf(one, attribute));
}

function putAspect(element: Element | null, { child, attribute }: Aspect, text: string) {
  const values = z.array(z.string().nullable()).parse(JSON.parse(text));
  for (const [number, one] of childrenOf(element, child).entries()) {
    const value = values[number] ?? null;
    if (value === null) one.removeAttribute(attribute);
    else if (attributeOf(one, attribute) !== value) one.setAttribute(attribute, value);
  }
}

/** Puts an element among the child elements of `parent`, at the end where there are fewer. */
export function insertAt(parent: Element, element: Element, index: number) {
  const next = childrenOf(parent)[index];
  if (next === undefined) insertElement(parent, element);
  else insertElementBefore(parent, element, next);
}

/** An element as a document of its own, in text. */
export function copyText(element: Element): string {
  const copy = parseXml("<copy/>");
  copy.replaceChild(copy.importNode(element, true), copy.documentElement as Element);
  return serializeXml(copy);
}

export function readCopy(document: Document, text: string): Element {
  return document.importNode(parseXml(text).documentElement as Element, true);
}

function holderOf(document: Document, { container }: Part): Element {
  return container === null ? domainOf(document) : ensureContainer(document, container);
}
