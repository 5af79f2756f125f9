import type { Document, Element } from "@xmldom/xmldom";
import { domainOf } from "../domain/edit/domain-root";
import { childOf, childrenOf, parseXml, serializeXml } from "../xml/xml";

/** Where a disk lies on the other host. */
export interface MovedDisk {
  /** "vda" */
  target: string;
  path: string;
}

/**
 * A VM's definition as it is on another host: disks that were copied name their file there. What they were built on is
 * left out, since the copy has all in itself.
 */
export function movedDefinition(xml: string, disks: readonly MovedDisk[]): string {
  const document = parseXml(xml);
  for (const disk of disksIn(document)) {
    const moved = disks.find(({ target }) => target === childOf(disk, "target")?.getAttribute("dev"));
    if (moved !== undefined) putSource(document, disk, moved.path);
  }
  return serializeXml(document);
}

function disksIn(document: Document): Element[] {
  return childrenOf(childOf(domainOf(document), "devices"), "disk");
}

function putSource(document: Document, disk: Element, path: string): void {
  for (const name of ["source", "backingStore", "mirror"])
    for (const old of childrenOf(disk, name)) disk.removeChild(old);
  disk.setAttribute("type", "file");
  const source = document.createElement("source");
  source.setAttribute("file", path);
  disk.insertBefore(source, childOf(disk, "target"));
}
