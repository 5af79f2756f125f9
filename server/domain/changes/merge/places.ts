import type { Element, Node } from "@xmldom/xmldom";
import { attributeOf } from "../../../xml/xml";
import { deviceMark, deviceName, partName } from "../part-names";
import { isElement, isText } from "./nodes";

/** Attributes by which elements of the same name are told apart, where they are not devices. */
const marks: Readonly<Record<string, readonly string[]>> = {
  boot: ["dev"],
  cell: ["id"],
  entry: ["name"],
  feature: ["name"],
  host: ["name", "port"],
  iothread: ["id"],
  iothreadpin: ["iothread"],
  memnode: ["cellid"],
  page: ["nodeset", "size"],
  parameter: ["name"],
  property: ["name"],
  timer: ["name"],
  vcpu: ["id"],
  vcpupin: ["vcpu"],
};

/** What a node is known by among its siblings, whatever else of it changes. Siblings may share it. */
export function keyOf(node: Node): string {
  if (!isElement(node)) return `${node.nodeName} ${node.nodeValue ?? ""}`;
  const name = node.namespaceURI ? `{${node.namespaceURI}}${node.localName}` : node.nodeName;
  return [name, ...marksOf(node)].join(" ");
}

function marksOf(element: Element): string[] {
  if (element.parentNode?.nodeName === "devices") return [deviceMark(element) ?? ""];
  return (marks[element.nodeName] ?? []).map((name) => attributeOf(element, name) ?? "");
}

/** What people call a node: "disk vda", "driver"; null for what only holds the rest together. */
export function nameOf(node: Node): string | null {
  if (!isElement(node)) return "a comment";
  if (node.nodeName === "domain" || node.nodeName === "devices") return null;
  if (node.parentNode?.nodeName === "devices") return deviceName(node);
  if (node.parentNode?.nodeName === "domain") return partName(node);
  return [node.nodeName, ...marksOf(node).filter((mark) => mark !== "")].join(" ");
}

/**
 * Whether an element is one place, of which nobody takes a half from here and a half from there: an address; a text,
 * which its attributes explain (unit='MiB'); and what belongs to another program, of which we don't know what it means.
 */
export function isWhole(element: Element): boolean {
  if (element.nodeName === "address" || element.namespaceURI !== null || element.prefix) return true;
  return Array.from(element.childNodes).some((node) => isText(node) && (node.nodeValue ?? "").trim() !== "");
}

/**
 * Elements whose attributes have nothing to do with each other. Elsewhere they have (the sockets, cores and threads of a
 * topology), and are one place.
 */
const withSeparateAttributes: ReadonlySet<string> = new Set(["domain", "driver"]);

/** Whether each attribute of an element is a place of its own. */
export function hasSeparateAttributes(element: Element): boolean {
  return withSeparateAttributes.has(element.nodeName);
}
