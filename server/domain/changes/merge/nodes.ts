import type { Attr, Element, Node } from "@xmldom/xmldom";
import { parseXml, serializeXml } from "../../../xml/xml";

const [elementNode, textNode, cdataNode] = [1, 3, 4];

export function isElement(node: Node): node is Element {
  return node.nodeType === elementNode;
}

export function isText(node: Node): boolean {
  return node.nodeType === textNode || node.nodeType === cdataNode;
}

/** Stands for what a node says, to the letter; in which order its attributes stand does not count. */
export function contentOf(node: Node): string {
  return JSON.stringify(meaningOf(node));
}

function meaningOf(node: Node): unknown[] {
  if (!isElement(node)) return [node.nodeName, node.nodeValue];
  const attributes = attributesOf(node).map(({ name, value }) => `${name}=${value}`);
  return [node.nodeName, attributes.sort(), Array.from(node.childNodes, meaningOf)];
}

export function attributesOf(element: Element): Attr[] {
  return Array.from(element.attributes);
}

/** A node as people read it, its lines moved to the left by `indent`. */
export function textOfNode(node: Node, indent = ""): string {
  for (const old of Array.from(sheet.childNodes)) sheet.removeChild(old);
  sheet.appendChild(sheet.importNode(node, true));
  return serializeXml(sheet).replaceAll(`\n${indent}`, "\n");
}

/** What single nodes are written on, in libvirt's style. */
const sheet = parseXml("<a b=''/>");

/** An element's start tag alone, as people read it. */
export function tagText(element: Element): string {
  return textOfNode(element.cloneNode(false));
}
