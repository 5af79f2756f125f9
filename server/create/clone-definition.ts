import type { Document, Element } from "@xmldom/xmldom";
import { deviceElements } from "../domain/edit/device-elements";
import { domainOf } from "../domain/edit/domain-root";
import { markTemplate } from "../domain/template";
import { removeElement } from "../xml/white-space";
import { attributeOf, childOf, childrenOf, parseXml, serializeXml } from "../xml/xml";
import { dropTpmPlace } from "./clone-tpm";
import { putVariables } from "./clone-variables";
import { dropUuid, rename } from "./definition-identity";

/** What a disk of the clone has. */
export type CloneDiskContent =
  | { how: "copy"; pool: string; volume: string; format: "qcow2" | "raw" }
  | { how: "share" }
  | { how: "none" };

export interface CloneRequest {
  name: string;
  /** By the disk's target ("vda"); disks that are not named stay as they are. */
  disks: ReadonlyMap<string, CloneDiskContent>;
  /** Whether network cards get other MAC addresses, which libvirt chooses. */
  newIdentities: boolean;
}

/**
 * The definition of a clone: another name and UUID, other disks and MAC addresses, everything else as the original
 * has it. What libvirt makes for each VM anew (sockets' paths) is left to it.
 */
export function cloneDefinition(xml: string, request: CloneRequest): string {
  const document = parseXml(xml);
  rename(document, request.name);
  dropUuid(document);
  markTemplate(document, false);
  putVariables(document, request.name);
  dropSockets(document);
  dropTpmPlace(document);
  dropSystemUuid(document);
  for (const device of deviceElements(document)) {
    if (device.nodeName === "disk") putContent(device, request.disks);
    if (device.nodeName === "interface" && request.newIdentities) drop(childOf(device, "mac"));
  }
  if (request.newIdentities) renewGeneration(document);
  return serializeXml(document);
}

/** Sockets that are the original's alone. */
function dropSockets(document: Document): void {
  for (const device of deviceElements(document)) {
    const source = childOf(device, "source");
    if (device.nodeName === "channel" && attributeOf(source, "mode") === "bind") drop(source);
  }
}

/** The generation ID tells a guest that it is another one now; libvirt chooses it. */
function renewGeneration(document: Document): void {
  const generation = childOf(domainOf(document), "genid");
  if (generation !== null) generation.textContent = "";
}

/** libvirt refuses a system UUID that is not the VM's own. */
function dropSystemUuid(document: Document): void {
  for (const entry of childrenOf(childOf(domainOf(document), "sysinfo", "system"), "entry"))
    if (attributeOf(entry, "name") === "uuid") removeElement(entry);
}

function putContent(disk: Element, disks: CloneRequest["disks"]): void {
  const content = disks.get(attributeOf(childOf(disk, "target"), "dev") ?? "");
  if (content === undefined || content.how === "share") return;
  if (content.how === "none") {
    if (hasDrive(disk)) drop(childOf(disk, "source"));
    else removeElement(disk);
    return;
  }
  disk.setAttribute("type", "volume");
  childOf(disk, "driver")?.setAttribute("type", content.format);
  drop(childOf(disk, "backingStore"));
  const source = childOf(disk, "source");
  if (source === null) return;
  for (const { name } of Array.from(source.attributes)) source.removeAttribute(name);
  source.setAttribute("pool", content.pool);
  source.setAttribute("volume", content.volume);
}

/** A drive stays where its medium goes. */
function hasDrive(disk: Element): boolean {
  return ["cdrom", "floppy"].includes(attributeOf(disk, "device") ?? "disk");
}

function drop(element: Element | null): void {
  if (element !== null) removeElement(element);
}

/** The format of a disk's image, as its definition names it; raw where it names none, which is libvirt's own view. */
export function diskFormats(xml: string): Map<string, string> {
  const disks = deviceElements(parseXml(xml)).filter(({ nodeName }) => nodeName === "disk");
  return new Map(
    disks.map((disk) => [
      attributeOf(childOf(disk, "target"), "dev") ?? "",
      attributeOf(childOf(disk, "driver"), "type") ?? "raw",
    ]),
  );
}
