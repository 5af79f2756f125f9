import type { Document, Element } from "@xmldom/xmldom";
import { AppError } from "../../errors";
import { attributeOf } from "../../xml/xml";

/** The document's `<domain>`; an AppError "bad-input" where it is something else. */
export function domainOf(document: Document): Element {
  const root = document.documentElement;
  if (root?.nodeName === "domain") return root;
  throw new AppError("bad-input", {
    userMessage: `This is no VM's definition: its root is <${root?.nodeName ?? "nothing"}>, not <domain>.`,
  });
}

/** Whether this is the definition of a VM that runs: libvirt numbers it (https://libvirt.org/formatdomain.html, `id`). */
export function isOfRunning(document: Document): boolean {
  return attributeOf(domainOf(document), "id") !== null;
}
