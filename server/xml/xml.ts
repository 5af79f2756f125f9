import { DOMParser, type Document, type Element } from "@xmldom/xmldom";
import { AppError } from "../errors";
import { styleOf, type WritingStyle, writeDocument } from "./serialize-xml";

const elementNode = 1;

/** How each parsed document was written, so that it is written so again. */
const styles = new WeakMap<Document, WritingStyle>();

/**
 * Parses XML of libvirt's. A DOCTYPE is refused before parsing, since entities could be defined in it; anything
 * that is not well-formed is an AppError "bad-input" with the line and the parser's words.
 */
export function parseXml(text: string): Document {
  refuseDoctype(text);
  // The parser wraps what is thrown here into words of its own.
  let problem: string | null = null;
  const onError = (level: string, message: string, { locator }: { locator?: { lineNumber?: number } }) => {
    if (level === "warning" && !breaksXml(message)) return;
    const line = locator?.lineNumber;
    problem = `${line ? `line ${line}: ` : ""}${message.replaceAll(/\s+/g, " ").trim()}`;
    throw new Error(message);
  };
  try {
    const document = new DOMParser({ onError, normalizeLineEndings }).parseFromString(text, "text/xml");
    styles.set(document, styleOf(text));
    return document;
  } catch (cause) {
    throw notWellFormed(problem ?? String(cause), cause);
  }
}

/**
 * The parser merely warns of attributes without quotes, which are no XML, and of U+FFFD, which is a character like any
 * other: it may stand in a title, and it is what becomes of a file name that is no UTF-8.
 */
function breaksXml(warning: string): boolean {
  return !warning.startsWith("Unicode replacement character");
}

/** @throws AppError "bad-input" for a text with a DOCTYPE. */
export function refuseDoctype(text: string): void {
  const start = rootAt(text);
  if (text.slice(start, start + "<!DOCTYPE".length).toUpperCase() !== "<!DOCTYPE") return;
  throw new AppError("bad-input", {
    userMessage: "The XML holds a DOCTYPE, which is not allowed. Remove it.",
  });
}

/** Behind what may stand before the root: white space, comments, processing instructions. A DOCTYPE comes nowhere else. */
function rootAt(text: string): number {
  let at = text.startsWith("\uFEFF") ? 1 : 0;
  for (;;) {
    while (/\s/.test(text.charAt(at))) at += 1;
    const [start, end] = text.startsWith("<?", at) ? ["<?", "?>"] : ["<!--", "-->"];
    const endAt = text.startsWith(start, at) ? text.indexOf(end, at + start.length) : -1;
    if (endAt < 0) return at;
    at = endAt + end.length;
  }
}

/** Line ends as XML 1.0 has them; the parser's own way is XML 1.1's, which takes U+0085 and U+2028 for line ends too. */
function normalizeLineEndings(text: string): string {
  return text.replace(/\r\n?/g, "\n");
}

function notWellFormed(message: string, cause: unknown): AppError {
  return new AppError("bad-input", { userMessage: `The XML is not well-formed: ${message}`, cause });
}

/** The text of `document`, in the style in which it was written where it was parsed. */
export function serializeXml(document: Document): string {
  return writeDocument(document, styles.get(document) ?? { quote: '"', end: "" });
}

/** The child elements of `parent` called `name`, in order; all child elements where no name is given. */
export function childrenOf(parent: Element | null | undefined, name?: string): Element[] {
  const found: Element[] = [];
  for (let node = parent?.firstChild ?? null; node !== null; node = node.nextSibling) {
    if (node.nodeType === elementNode && (name === undefined || node.nodeName === name)) {
      found.push(node as Element);
    }
  }
  return found;
}

/** The first element at the end of `path` below `parent`, or null. */
export function childOf(parent: Element | null | undefined, ...path: string[]): Element | null {
  let element: Element | null = parent ?? null;
  for (const name of path) element = childrenOf(element, name)[0] ?? null;
  return element;
}

/** The text of `element` without XML's white space at its ends; null where there is no element or no text. */
export function textOf(element: Element | null | undefined): string | null {
  // String's own trim takes U+FEFF, U+2028 and others away as well, which are text to libvirt.
  const text = element?.textContent?.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, "") ?? "";
  return text === "" ? null : text;
}

/** An attribute's value; null where element or attribute are missing. */
export function attributeOf(element: Element | null | undefined, name: string): string | null {
  return element?.hasAttribute(name) ? element.getAttribute(name) : null;
}
