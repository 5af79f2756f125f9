import type { Document, Element } from "@xmldom/xmldom";
import { childOf, childrenOf, parseXml, serializeXml } from "../xml";
import { dropEmptyContainer, ensureContainer } from "./containers";
import { insertInOrder } from "./domain-order";
import { domainOf } from "./domain-root";
import { insertElement, insertElementBefore, removeElement } from "./white-space";

/** An element that an edit is about: a child of the domain, or of one of its children ("features", "cputune" …). */
export interface Part {
  container: string | null;
  name: string;
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
  return { text: copyText(element), index: childrenOf(element.parentNode as Element).indexOf(element) };
}

/** The part as it was in a copy, white space and all. */
export function putPart(document: Document, part: Part, copy: PartCopy | null) {
  const found = partOf(document, part);
  if (copy === null) return removePart(document, part);
  const element = readCopy(document, copy.text);
  if (found !== null) {
    found.parentNode?.replaceChild(element, found);
    return;
  }
  insertAt(holderOf(document, part), element, copy.index);
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
