import type { Document } from "@xmldom/xmldom";
import { insertInOrder } from "../domain/edit/domain-order";
import { domainOf } from "../domain/edit/domain-root";
import { buildElement } from "../xml/build-element";
import { removeElement } from "../xml/white-space";
import { childOf, childrenOf, parseXml, serializeXml, textOf } from "../xml/xml";

/** The UUID that a definition names; null where libvirt is to choose one. */
export function uuidOf(document: Document): string | null {
  return textOf(childOf(domainOf(document), "uuid"))?.toLowerCase() ?? null;
}

/** A definition with that UUID. */
export function withUuid(xml: string, uuid: string): string {
  const document = parseXml(xml);
  setText(document, "uuid", uuid);
  return serializeXml(document);
}

/** Gives the VM another name. */
export function rename(document: Document, name: string): void {
  setText(document, "name", name);
}

/** As it may be shown to those who may not use the passwords of its screens. */
export function withoutPasswords(xml: string): string {
  const document = parseXml(xml);
  for (const display of childrenOf(childOf(domainOf(document), "devices"), "graphics"))
    display.removeAttribute("passwd");
  return serializeXml(document);
}

/** The VM becomes another one to libvirt, which chooses a UUID. */
export function dropUuid(document: Document): void {
  const uuid = childOf(domainOf(document), "uuid");
  if (uuid !== null) removeElement(uuid);
}

function setText(document: Document, name: "name" | "uuid", text: string): void {
  const domain = domainOf(document);
  const found = childOf(domain, name);
  if (found !== null) {
    found.textContent = text;
    return;
  }
  insertInOrder(document, buildElement(document, { name, text }));
}
