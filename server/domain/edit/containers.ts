import type { Document, Element } from "@xmldom/xmldom";
import { buildElement } from "../../xml/build-element";
import { isBare, removeElement } from "../../xml/white-space";
import { attributeOf, childOf } from "../../xml/xml";
import { insertInOrder } from "./domain-order";
import { domainOf } from "./domain-root";
import { addNote, dropNote, findNotes } from "./notes";

/**
 * The domain's child `name`, made where there is none. One that was there and empty is noted, so that
 * `dropEmptyContainer` tells it from one that we made.
 */
export function ensureContainer(document: Document, name: string): Element {
  const domain = domainOf(document);
  const found = childOf(domain, name);
  if (found === null) {
    const made = buildElement(document, { name });
    insertInOrder(document, made);
    return made;
  }
  if (isBare(found) && keepNote(document, name) === undefined) {
    addNote(document, { name: "passdeck:keep", attributes: { name } });
  }
  return found;
}

/** Takes the domain's child `name` out again where nothing is left in it and it was not there before us. */
export function dropEmptyContainer(document: Document, name: string) {
  const container = childOf(domainOf(document), name);
  if (container === null || !isBare(container) || container.attributes.length > 0) return;
  const note = keepNote(document, name);
  if (note === undefined) removeElement(container);
  else dropNote(note);
}

function keepNote(document: Document, name: string): Element | undefined {
  return findNotes(document, "keep").find((note) => attributeOf(note, "name") === name);
}
