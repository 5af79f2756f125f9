import type { Document } from "@xmldom/xmldom";
import { removeElement } from "../../xml/white-space";
import { childOf, childrenOf } from "../../xml/xml";
import type { Values } from "../fields/field.schema";

/**
 * Another firmware was asked for: what libvirt had picked for the one before goes, so that it picks again, save what was
 * named along with it. (From 8.6 on it writes the image and the variables that it picked into the definition.)
 */
export function fitFirmware(document: Document, to: Values): void {
  const os = childOf(document.documentElement, "os");
  const drop = (name: string) => {
    for (const element of childrenOf(os, name)) removeElement(element);
  };
  if (to.loader == null && to.loaderType == null) drop("loader");
  if (to.variables == null && to.variablesTemplate == null) drop("nvram");
  if ("firmware" in to && to.firmware !== "efi") drop("firmware");
}
