import type { Document, Element } from "@xmldom/xmldom";
import { childrenOf } from "../../xml/xml";
import { domainOf } from "./domain-root";

/** The devices of `<devices>`, all kinds. */
export function deviceElements(document: Document): Element[] {
  return childrenOf(domainOf(document), "devices").flatMap((devices) => childrenOf(devices));
}
