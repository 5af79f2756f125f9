import { DOMParser, type Document, type Element, XMLSerializer } from "@xmldom/xmldom";
import { AppError } from "../errors";

const elementNode = 1;

/**
 * Parses XML of libvirt's. A DOCTYPE is refused before parsing, since entities could be defined in it; anything
 * that is not well-formed is an AppError "bad-input" with the parser's words.
 */
export function parseXml(text: string): Document {
  if (/<!DOCTYPE/i.test(text)) {
    throw new AppError("bad-input", {
      userMessage: "The XML holds a DOCTYPE, which is not allowed. Remove it.",
    });
  }
  const onError = (level: string, message: string) => {
    if (level !== "warning") throw notWellFormed(message);
  };
  try {
    return new DOMParser({ onError }).parseFromString(text, "text/xml");
  } catch (cause) {
    throw cause instanceof AppError ? cause : notWellFormed(String(cause), cause);
  }
}

function notWellFormed(message: string, cause?: unknown): AppError {
  return new AppError("bad-input", { userMessage: `The XML is not well-formed: ${message}`, cause });
}

export function serializeXml(document: Document): string {
  return new XMLSerializer().serializeToString(document);
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

/** The trimmed text of `element`; null where there is no element or no text. */
export function textOf(element: Element | null | undefined): string | null {
  const text = element?.textContent?.trim() ?? "";
  return text === "" ? null : text;
}

/** An attribute's value; null where element or attribute are missing. */
export function attributeOf(element: Element | null | undefined, name: string): string | null {
  return element?.hasAttribute(name) ? element.getAttribute(name) : null;
}
