import type { Document, Element } from "@xmldom/xmldom";
import { buildElement, namespacedChildren, passdeckNamespace } from "../../xml/build-element";
import type { ElementPlan } from "../../xml/build-xml";
import { insertElement, isBare, removeElement } from "../../xml/white-space";
import { childOf, childrenOf } from "../../xml/xml";
import { insertInOrder } from "./domain-order";
import { domainOf } from "./domain-root";

/**
 * Passdeck's notes stand in `<metadata>` as children of one `<passdeck:vm>`. They hold what an edit could not be taken
 * back without; where there is nothing of the kind there are none.
 */
export function findNotes(document: Document, name: string): Element[] {
  return namespacedChildren(notesRoot(document), passdeckNamespace, name);
}

/** Adds a note; `plan.name` begins with "passdeck:". */
export function addNote(document: Document, plan: ElementPlan): Element {
  const note = buildElement(document, plan);
  const root = notesRoot(document);
  if (root === null) startNotes(document, note);
  else insertElement(root, note);
  return note;
}

/** Takes a note out, and `<passdeck:vm>` and `<metadata>` with the last of them where they were ours. */
export function dropNote(note: Element) {
  const root = note.parentNode as Element | null;
  removeElement(note);
  if (root === null || childrenOf(root).length > 0) return;
  const metadata = root.parentNode as Element | null;
  const found = root.hasAttribute("metadata");
  removeElement(root);
  if (metadata !== null && !found && isBare(metadata)) removeElement(metadata);
}

function notesRoot(document: Document): Element | null {
  const metadata = childOf(domainOf(document), "metadata");
  return namespacedChildren(metadata, passdeckNamespace, "vm")[0] ?? null;
}

function startNotes(document: Document, note: Element) {
  const found = childOf(domainOf(document), "metadata");
  const root = buildElement(document, { name: "passdeck:vm" });
  // An empty <metadata> that was there before we came stays when we go.
  if (found !== null && isBare(found)) root.setAttribute("metadata", "found");
  root.appendChild(note);
  if (found !== null) {
    insertElement(found, root);
    return;
  }
  const metadata = buildElement(document, { name: "metadata" });
  metadata.appendChild(root);
  insertInOrder(document, metadata);
}
