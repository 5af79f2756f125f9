import type { Document, Element } from "@xmldom/xmldom";
import { removeElement } from "../../xml/white-space";
import { childOf, childrenOf } from "../../xml/xml";
import type { Values } from "../fields/field.schema";
import { partWords } from "../fields/part";

/**
 * Another firmware was asked for: what libvirt had picked for the one before goes, so that it picks again, save what was
 * named along with it. (From 8.6 on it writes the image and the variables that it picked into the definition.) Without an
 * image that somebody named there is no need for how it is mapped, nor for variables of it.
 */
export function fitFirmware(document: Document, to: Values): string[] {
  const os = childOf(document.documentElement, "os");
  const gone: string[] = [];
  const drop = (name: string) => {
    for (const element of childrenOf(os, name)) gone.push(removed(element));
  };
  const another = ["firmware", "secureBoot", "keys"].some((name) => name in to);
  if (!another && !("loader" in to && to.loader === null)) return gone;
  if (to.loader == null && to.loaderType == null) drop("loader");
  if (to.variables == null && to.variablesTemplate == null) drop("nvram");
  if ("firmware" in to && to.firmware !== "efi") drop("firmware");
  return gone;
}

function removed(element: Element): string {
  removeElement(element);
  return partWords({ element, attribute: null });
}
