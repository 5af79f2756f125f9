import type { Element, Node } from "@xmldom/xmldom";
import { childrenOf } from "./xml";

const elementNode = 1;
const textNode = 3;
const commentNode = 8;

/**
 * Inserts `element` as a child of `parent` in the document's own indentation: behind `previous`, or behind all else
 * that `parent` holds. The white space added always stands directly before the element, where none stood, so that
 * `removeElement` finds again what is to go.
 */
export function insertElement(parent: Element, element: Element, previous: Node | null = lastSolid(parent)) {
  if (previous === null) insertFirst(parent, element);
  else if (isText(previous)) parent.insertBefore(element, previous.nextSibling);
  else insertBehind(parent, element, withRemark(previous));
}

/** Inserts `element` in front of `next`, a child element of `parent`. */
export function insertElementBefore(parent: Element, element: Element, next: Element) {
  let previous = next.previousSibling;
  if (isBlank(previous)) previous = previous.previousSibling;
  if (previous === null && isBlank(next.previousSibling)) {
    const white = textBefore(next);
    parent.insertBefore(element, parent.firstChild);
    putWhiteSpace(parent, element, white);
  } else if (previous === null) parent.insertBefore(element, next);
  else insertElement(parent, element, previous);
}

/** Takes `element` out, with the white space before it, and what was put behind the only child of an empty element. */
export function removeElement(element: Element) {
  const parent = element.parentNode;
  if (parent === null) return;
  const before = element.previousSibling;
  const after = element.nextSibling;
  if (isBlank(before)) {
    const alone =
      before.previousSibling === null && (after === null || (isBlank(after) && !after.nextSibling));
    parent.removeChild(before);
    if (alone && after !== null) parent.removeChild(after);
  }
  parent.removeChild(element);
}

/** Nothing in it, or nothing but white space. */
export function isBare(element: Element): boolean {
  return lastSolid(element) === null;
}

function insertFirst(parent: Element, element: Element) {
  if (parent.firstChild !== null) {
    parent.insertBefore(element, parent.firstChild);
    layOut(element, "");
    return;
  }
  const outer = textBefore(parent);
  parent.appendChild(element);
  if (outer === "") return;
  putWhiteSpace(parent, element, outer + indentationUnit(parent));
  parent.appendChild(newText(parent, outer));
}

/** A comment on the same line belongs to what is before it. */
function withRemark(node: Node): Node {
  const gap = node.nextSibling;
  const next = isBlank(gap) && !(gap.nodeValue ?? "").includes("\n") ? gap.nextSibling : gap;
  return next?.nodeType === commentNode ? next : node;
}

function insertBehind(parent: Element, element: Element, previous: Node) {
  const white = previous.nodeType === elementNode ? textBefore(previous) : "";
  const siblings = childrenOf(parent).filter((sibling) => sibling !== element);
  const model = white || siblings.map(textBefore).find((found) => found !== "") || "";
  parent.insertBefore(element, previous.nextSibling);
  putWhiteSpace(parent, element, model);
}

function putWhiteSpace(parent: Element, element: Element, white: string) {
  if (white !== "") parent.insertBefore(newText(parent, white), element);
  layOut(element, white);
}

/** Indents the children of a new element, in place of what white space it got before it had a place itself. */
function layOut(element: Element, white: string) {
  const children = childrenOf(element);
  if (white === "" || children.length === 0) return;
  for (const node of [...element.childNodes].filter(isBlank)) element.removeChild(node);
  const inner = white + indentationUnit(element);
  for (const child of children) putWhiteSpace(element, child, inner);
  element.appendChild(newText(element, white));
}

/** One step of indentation: what the root's children are indented by. */
function indentationUnit(element: Element): string {
  const root = element.ownerDocument?.documentElement;
  return root
    ? (
        childrenOf(root)
          .map(textBefore)
          .find((white) => white.length > 1) ?? "\n"
      ).slice(1)
    : "";
}

/** The line break and indentation in front of a node; "" where it stands on the line of what is before it. */
function textBefore(node: Node): string {
  const before = node.previousSibling;
  if (node.parentNode?.nodeType !== elementNode) return "\n";
  if (!isBlank(before)) return "";
  const text = before.nodeValue ?? "";
  const lineBreak = text.lastIndexOf("\n");
  return lineBreak < 0 ? "" : text.slice(lineBreak);
}

function lastSolid(parent: Element): Node | null {
  let node = parent.lastChild;
  while (isBlank(node)) node = node.previousSibling;
  return node;
}

function newText(parent: Element, text: string): Node {
  const document = parent.ownerDocument;
  if (document === null) throw new Error("An element without a document can't be edited.");
  return document.createTextNode(text);
}

function isText(node: Node): boolean {
  return node.nodeType === textNode;
}

function isBlank(node: Node | null): node is Node {
  return node !== null && isText(node) && /^[ \t\r\n]*$/.test(node.nodeValue ?? "");
}
