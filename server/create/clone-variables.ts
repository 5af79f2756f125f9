import { posix } from "node:path";
import type { Document, Element } from "@xmldom/xmldom";
import { domainOf } from "../domain/edit/domain-root";
import { attributeOf, childOf, parseXml, textOf } from "../xml/xml";

/** The file with what a VM's UEFI firmware keeps (boot entries, Secure Boot's keys), and that of its clone. */
export interface CloneVariables {
  folder: string;
  from: string;
  to: string;
}

/** Where libvirt puts them for VMs of the system, where the definition names no file (qemuDomainNVRAMPathFormat). */
const usualFolder = "/var/lib/libvirt/qemu/nvram";

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
  const file = path ?? `${usualFolder}/${name}_VARS.fd`;
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

/** `<nvram>path</nvram>`, or `<nvram type='file'><source file='path'/></nvram>` since libvirt 8.5. */
function variablesPath(nvram: Element): string | null {
  const path = attributeOf(childOf(nvram, "source"), "file") ?? textOf(nvram);
  return path?.startsWith("/") ? path : null;
}

function hasOtherStorage(nvram: Element | null): boolean {
  return childOf(nvram, "source") !== null;
}
