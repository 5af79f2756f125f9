import { posix } from "node:path";
import type { Document, Element } from "@xmldom/xmldom";
import { domainOf } from "../domain/edit/domain-root";
import { variablesFolder, variablesPath } from "../domain/firmware-variables";
import { attributeOf, childOf, parseXml } from "../xml/xml";

/** The file with what a VM's UEFI firmware keeps (boot entries, Secure Boot's keys), and that of its clone. */
export interface CloneVariables {
  folder: string;
  from: string;
  to: string;
}

/** Which file has to be copied for a clone; null where the firmware keeps nothing in one. */
export function cloneVariables(xml: string, name: string, cloneName: string): CloneVariables | null {
  const document = parseXml(xml);
  const os = childOf(domainOf(document), "os");
  const loader = childOf(os, "loader");
  const nvram = childOf(os, "nvram");
  const automatic = attributeOf(os, "firmware") === "efi";
  if (attributeOf(loader, "stateless") === "yes") return null;
  if (!automatic && attributeOf(loader, "type") !== "pflash") return null;
  const path = nvram === null ? null : variablesPath(nvram);
  if (path === null && hasOtherStorage(nvram)) return null;
  const file = path ?? `${variablesFolder}/${name}_VARS.fd`;
  const to = `${cloneName}_VARS${posix.extname(file)}`;
  return { folder: posix.dirname(file), from: posix.basename(file), to };
}

/** Has a clone's definition name its own file, where the original's names one. libvirt makes it of the template, if need be. */
export function putVariables(document: Document, name: string): void {
  const nvram = childOf(domainOf(document), "os", "nvram");
  const path = nvram === null ? null : variablesPath(nvram);
  if (nvram === null || path === null) return;
  const own = posix.join(posix.dirname(path), `${name}_VARS${posix.extname(path)}`);
  const source = childOf(nvram, "source");
  if (source === null) nvram.textContent = own;
  else source.setAttribute("file", own);
}

function hasOtherStorage(nvram: Element | null): boolean {
  return childOf(nvram, "source") !== null;
}
