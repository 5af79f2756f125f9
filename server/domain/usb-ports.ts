import type { Document } from "@xmldom/xmldom";
import { usbPortSchema } from "../units/usb-port.schema";
import { attributeOf } from "../xml/xml";
import { addNote, dropNote, findNotes } from "./edit/notes";

const note = "usb-port";

/** The USB ports of the host whose devices a VM gets, whichever is plugged in, "1-4.2". libvirt has no such thing that holds
 * while a VM runs, so they stand in our metadata (ADR on USB ports); what is none is passed over. */
export function readUsbPorts(document: Document): string[] {
  const ports = findNotes(document, note).map((element) => attributeOf(element, "port") ?? "");
  return [...new Set(ports)].filter((port) => usbPortSchema.safeParse(port).success);
}

/** Writes which they are; those that stay are left as they stand. */
export function writeUsbPorts(document: Document, ports: readonly string[]): void {
  const had = findNotes(document, note);
  for (const element of had) if (!ports.includes(attributeOf(element, "port") ?? "")) dropNote(element);
  const kept = readUsbPorts(document);
  for (const port of new Set(ports))
    if (!kept.includes(port)) addNote(document, { name: `passdeck:${note}`, attributes: { port } });
}

/** What the names of {@link usbPortAlias} begin with. */
export const aliasPrefix = "ua-passdeck-usb-";

/** libvirt's name of what is plugged into a running VM from a port: letters, digits, dashes and underscores. */
export function usbPortAlias(port: string): string {
  return aliasPrefix + port.replaceAll(".", "_");
}

/** The port that a name of {@link usbPortAlias} stands for; null of any other. */
export function portOfAlias(alias: string | null): string | null {
  return alias?.startsWith(aliasPrefix) ? alias.slice(aliasPrefix.length).replaceAll("_", ".") : null;
}
