import { posix } from "node:path";
import type { Element } from "@xmldom/xmldom";
import { attributeOf, childOf, textOf } from "../xml/xml";

/** Where libvirt keeps UEFI variables of VMs of the system (qemuDomainNVRAMPathFormat). */
export const variablesFolder = "/var/lib/libvirt/qemu/nvram";

/** The file that `<nvram>path</nvram>`, or `<nvram type='file'><source file='path'/></nvram>` since libvirt 8.5, names. */
export function variablesPath(nvram: Element): string | null {
  const path = attributeOf(childOf(nvram, "source"), "file") ?? textOf(nvram);
  return path?.startsWith("/") ? path : null;
}

/** Whether a file is one of those that libvirt made for its VMs, and no other that a definition names. */
export function isInVariablesFolder(path: string): boolean {
  return posix.normalize(path) === path && posix.dirname(path) === variablesFolder;
}
