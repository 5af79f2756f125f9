import type { Document } from "@xmldom/xmldom";

/** Makes `document` say what `other` says, comments before and after the root included. */
export function replaceContent(document: Document, other: Document): void {
  for (const node of Array.from(document.childNodes)) document.removeChild(node);
  for (const node of Array.from(other.childNodes)) document.appendChild(document.importNode(node, true));
}
