import type { Document, Element } from "@xmldom/xmldom";
import { childrenOf } from "../../xml/xml";

const step = "  ";

/** Lays a document out for people, an element a line, as libvirt writes it. Elements with text stay as they are. */
export function indent(document: Document): void {
  if (document.documentElement !== null) indentChildren(document, document.documentElement, "\n");
}

function indentChildren(document: Document, parent: Element, outer: string) {
  const children = childrenOf(parent);
  if (children.length === 0) return;
  const inner = outer + step;
  for (const child of children) {
    parent.insertBefore(document.createTextNode(inner), child);
    indentChildren(document, child, inner);
  }
  parent.appendChild(document.createTextNode(outer));
}
