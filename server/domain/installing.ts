import type { Document } from "@xmldom/xmldom";
import { buildElement } from "../xml/build-element";
import { insertElement, removeElement } from "../xml/white-space";
import { attributeOf, childOf, childrenOf, parseXml, serializeXml } from "../xml/xml";
import { insertInOrder } from "./edit/domain-order";
import { domainOf } from "./edit/domain-root";
import { addNote, dropNote, findNotes } from "./edit/notes";

const note = "installing";

/** What an installation that Passdeck started has left to be done at its end: the installer's kernel to be deleted. */
export interface Installing {
  /** Who began it. */
  by: string;
  pool: string;
  kernel: string;
  initrd: string;
}

/** Notes that an installation is going to be under way. */
export function markInstalling(xml: string, { by, pool, kernel, initrd }: Installing): string {
  const document = parseXml(xml);
  addNote(document, { name: `passdeck:${note}`, attributes: { by, pool, kernel, initrd } });
  return serializeXml(document);
}

/** What is noted of an installation; null where none is. */
export function readInstalling(document: Document): Installing | null {
  const [found] = findNotes(document, note);
  if (found === undefined) return null;
  const said = (name: string) => attributeOf(found, name);
  const [by, pool, kernel, initrd] = [said("by"), said("pool"), said("kernel"), said("initrd")];
  return by && pool && kernel && initrd ? { by, pool, kernel, initrd } : null;
}

/** Takes the note away; a definition without one stays as it is. */
export function dropInstalling(document: Document): void {
  for (const found of findNotes(document, note)) dropNote(found);
}

/** Whether a definition starts a kernel of its own, as that of a machine does in which the installer runs. */
export function startsKernel(document: Document): boolean {
  return childOf(domainOf(document), "os", "kernel") !== null;
}

/** An installer's kernel as files of the host. */
interface DirectKernel {
  kernel: string;
  initrd: string;
  commandLine: string;
}

/**
 * The definition of the machine in which an installer runs: it starts that kernel, and is off where the guest would
 * restart, which would start the installer anew.
 */
export function withKernel(xml: string, { kernel, initrd, commandLine }: DirectKernel): string {
  const document = parseXml(xml);
  const domain = domainOf(document);
  const os = childOf(domain, "os");
  const said = { kernel, initrd, cmdline: commandLine };
  for (const [name, text] of Object.entries(said))
    if (os !== null) insertElement(os, buildElement(document, { name, text }));
  for (const before of childrenOf(domain, "on_reboot")) removeElement(before);
  insertInOrder(document, buildElement(document, { name: "on_reboot", text: "destroy" }));
  return serializeXml(document);
}
