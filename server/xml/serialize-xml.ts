import type { Document, Element, Node } from "@xmldom/xmldom";

/** How a document was written, as far as the parsed tree does not tell. */
export interface WritingStyle {
  /** Around attributes' values. libvirt writes ', most people ". */
  quote: "'" | '"';
  /** White space behind all else, which is no part of the document: mostly a line end. */
  end: string;
}

const nodeKind = { element: 1, text: 3, cdata: 4, instruction: 7, comment: 8 } as const;

/** Where a text has single and double quotes round values, the more frequent is its style. */
export function styleOf(text: string): WritingStyle {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  const end = /\s*$/.exec(text)?.[0].replace(/\r\n?/g, "\n") ?? "";
  return { quote: count(/='/g) > count(/="/g) ? "'" : '"', end };
}

/**
 * The document as text: every node in its place, and each character written so that a parser reads the same one again
 * (line ends and tabs in values, carriage returns in texts). Canonically equal to what was parsed; and the same to the
 * letter where that was written evenly.
 */
export function writeDocument(document: Document, style: WritingStyle): string {
  return Array.from(document.childNodes, (node) => writeNode(node, style, {})).join("") + style.end;
}

/** Namespaces by the prefixes that stand for them at a place. */
type Scope = Readonly<Record<string, string>>;

function writeNode(node: Node, style: WritingStyle, scope: Scope): string {
  const value = node.nodeValue ?? "";
  switch (node.nodeType) {
    case nodeKind.element:
      return writeElement(node as Element, style, scope);
    case nodeKind.text:
      return escapeText(value);
    case nodeKind.cdata:
      return `<![CDATA[${value}]]>`;
    case nodeKind.comment:
      return `<!--${value}-->`;
    case nodeKind.instruction:
      return value === "" ? `<?${node.nodeName}?>` : `<?${node.nodeName} ${value}?>`;
    default:
      throw new Error(`XML of libvirt's has no nodes of type ${node.nodeType}.`);
  }
}

function writeElement(element: Element, style: WritingStyle, outer: Scope): string {
  const declared = declarationsOf(element);
  const missing = missingDeclaration(element, { ...outer, ...declared });
  const scope = { ...outer, ...declared, ...missing };
  const attributes = Array.from(element.attributes, ({ name, value }) => writeAttribute(name, value, style));
  for (const [prefix, uri] of Object.entries(missing)) {
    attributes.unshift(writeAttribute(`xmlns:${prefix}`, uri, style));
  }
  const start = `<${element.nodeName}${attributes.join("")}`;
  if (element.firstChild === null) return `${start}/>`;
  const content = Array.from(element.childNodes, (node) => writeNode(node, style, scope)).join("");
  return `${start}>${content}</${element.nodeName}>`;
}

function declarationsOf(element: Element): Scope {
  const declared: Record<string, string> = {};
  for (const { name, value } of Array.from(element.attributes)) {
    if (name.startsWith("xmlns:")) declared[name.slice("xmlns:".length)] = value;
  }
  return declared;
}

/** An element that an edit made knows its namespace, and nothing declares it yet. */
function missingDeclaration({ prefix, namespaceURI }: Element, scope: Scope): Scope {
  const known = !prefix || !namespaceURI || prefix === "xml" || scope[prefix] === namespaceURI;
  return known ? {} : { [prefix]: namespaceURI };
}

function writeAttribute(name: string, value: string, { quote }: WritingStyle): string {
  return ` ${name}=${quote}${escapeValue(value)}${quote}`;
}

const textEscapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;" };

function escapeText(text: string): string {
  return text.replace(/[&<>\r]/g, (found) => textEscapes[found] ?? found);
}

const valueEscapes: Record<string, string> = {
  ...textEscapes,
  "'": "&apos;",
  '"': "&quot;",
  "\n": "&#10;",
  "\t": "&#9;",
};

function escapeValue(value: string): string {
  return value.replace(/[&<>'"\r\n\t]/g, (found) => valueEscapes[found] ?? found);
}
