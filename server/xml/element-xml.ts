import type { Element } from "@xmldom/xmldom";
import { parseXml, serializeXml } from "./xml";

/** One element of a document as a text of its own. */
export function elementXml(element: Element): string {
  const alone = parseXml("<device/>");
  if (alone.documentElement !== null)
    alone.replaceChild(alone.importNode(element, true), alone.documentElement);
  return serializeXml(alone);
}
