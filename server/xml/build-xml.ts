import { DOMImplementation, type Document, type Element } from "@xmldom/xmldom";
import { writeDocument } from "./serialize-xml";

/** An element to write: its attributes, and its text or its children. */
export interface ElementPlan {
  name: string;
  attributes?: Readonly<Record<string, string>>;
  text?: string;
  children?: readonly ElementPlan[];
}

/** The XML of `root`; names and texts are escaped as they have to be. */
export function buildXml(root: ElementPlan): string {
  const document = new DOMImplementation().createDocument(null, "");
  document.appendChild(build(document, root));
  return writeDocument(document, { quote: '"', end: "" });
}

function build(document: Document, plan: ElementPlan): Element {
  const element = document.createElement(plan.name);
  for (const [name, value] of Object.entries(plan.attributes ?? {})) element.setAttribute(name, value);
  if (plan.text !== undefined) element.appendChild(document.createTextNode(plan.text));
  for (const child of plan.children ?? []) element.appendChild(build(document, child));
  return element;
}
